# The first page: links to help for those who have no way in yet. Their words are the help page’s too.

other-ways = No account yet, or not sure?
door-confirm-address = Confirm an email address
door-confirm-address-text = A code of 6 digits was mailed to you
door-genuine-email = Is this email genuine?
door-genuine-email-text = Four marks that tell, step by step
door-no-email = You did not get an email
door-no-email-text = Where to look, how long to wait, whom to ask
door-not-here = What this portal does not do
door-not-here-text = Sign-up, renewing a card, other government accounts
door-password = A password that does not work
door-password-text = A temporary one that ran out, or one that you forgot
door-help = Help and contact
door-help-text = Where to write, and answers to common questions
