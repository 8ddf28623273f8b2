# Help by topic: what to write, invitations, passwords, accessibility, and the four marks of a genuine email.

door-invitation = You have an invitation
door-invitation-text = How to answer it, and when your account is opened
door-photo = How to take the photo
door-photo-text = A good one, the room at home, and the common faults, drawn
door-accessibility = Accessibility
door-accessibility-text = Keyboard, screen reader, large text, more time

contact-write = What to write
contact-write-who = Your name and your application number, a letter and nine digits
contact-write-what = What you wanted to do, and what the page said
contact-write-with = The device you use, and any program that reads or enlarges the screen
contact-never = What never to send
contact-never-password = A password or a code. Nobody who works here asks for one
contact-never-documents = Pictures of passports, cards or people. They are sent in your household only
official-page-heading = The official page
official-page-text = It explains the whole journey and says what else there is:

no-email-why = The email goes only to the address that was confirmed. If that address is wrong or lost, an officer changes it after checking who you are.

invitation-heading = You have an invitation
invitation-lead = Answer it here, with the code from the email. The principal applicant answers for everyone on the application.
invitation-answer = Open the invitation with its code, your date of birth and your UCI. Say if you are in Canada, and give an email address for yourself and for each adult who wants their own account.
invitation-officer = A code is mailed to each address. Type it in: once your address is confirmed, your account is opened. There is nothing to sign up for.
invitation-account = You get an email with your username and a temporary password. Then sign in here for the first time.
invitation-abroad = Not in Canada yet? Say so in your answer. The invitation waits, and you can answer again with the same code when you are here.

password-help-heading = A password that does not work
expired-heading = Your temporary password no longer works
expired-text = It works for { $days } days. After that, have a new one sent; it goes to your confirmed email address only.
forgotten-heading = You forgot your username or password
forgotten-text = Ask for it here. What you need is mailed to your confirmed address only.
lost-mailbox-heading = You can no longer read your mailbox
lost-mailbox-text = Write to the contact address. An officer changes the address after checking who you are, a second officer approves it, and the old address is told. It takes { $hours } hours more.

accessibility-keyboard = Everything can be done with the keyboard. The first Tab leads past the menu.
accessibility-reader = Every field, message and step has its words for screen readers.
accessibility-zoom = Text can be four times as large, and colours follow your device’s contrast.
accessibility-time = Two minutes before your session ends you are asked if you want to stay. What you typed is kept.
accessibility-settings = Choose the size of the text, light or dark

genuine-sender-hint = The part after the last @ decides, not the name before it
genuine-sender-how = On a phone, press the sender’s name to see the whole address. An address in the name itself does not count. If “reply to” shows another address, answer no.
genuine-languages-hint = The whole text, once in each language
genuine-subject-hint = An application number may follow it
genuine-link-hint = There is one link, and nothing to open beside it
genuine-link-how = On a computer, rest the pointer on the link without pressing it. On a phone, hold the finger on it until the address shows. Read from the start: after the two slashes comes { $host }, then a slash, and nothing in between.
genuine-how = How to see it
genuine-unfinished = { $count ->
    [one] Answer one more question to see what it means.
   *[other] Answer { $count } more questions to see what it means.
}
genuine-not-ours = Do not follow the link: this is not how the portal writes
genuine-not-ours-do = Do not answer it and open nothing in it. Sign in from here to see if something is new, and write to the contact address about this email.
genuine-unsure = Not sure: leave the link alone
genuine-unsure-do = Nothing shows that this email is false, but not everything can be seen. Sign in from here instead; whatever is true is shown in your household.
genuine-fits = This email is consistent with the portal
genuine-fits-do = That is no proof: senders can be forged. The safe way is still to sign in from here and not through a link.
genuine-always = What is always true
genuine-safe-way = Whatever an email says, you find it in your household too.
