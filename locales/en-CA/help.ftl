# Help and contact.

help-heading = Help and contact
help-more = More help, and how to write to us
contact-heading = Write to us
contact-text = For anything that does not work here, and if you cannot use this app because of a disability:
contact-unknown = The contact address is shown here as soon as the portal can be reached. It is also on the official page.
contact-include = Say your name and your application number. Never send a password.
no-email-heading = You did not get an email
no-email-junk = Look in the folder for junk or spam, and search for “IRCC - Permanent Residence Portal”.
no-email-wait = Wait an hour. Some mailboxes hold messages back.
no-email-ask = Then write to the contact address from the mailbox that should have received it.
genuine-heading = Is this email genuine?
not-done-here = What you cannot do here
not-done-sign-up = Create an account. Accounts are made for you after your application is approved.
not-done-renew = Renew or replace a permanent resident card.
not-done-other = Sign in with another government account. This portal is separate from all of them.
accessibility-heading = Accessibility
accessibility-text = This app works with a keyboard, with screen readers and at any text size. If something stands in your way, write to the contact address and say what you use.
