# Help by topic: what to write, invitations, passwords, accessibility, and the four marks of a genuine email.

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
invitation-lead = An invitation cannot be answered on this page yet. Answer it by email, as the invitation says.
invitation-answer = Write to the contact address: your application number, if you are in Canada, and an email address for each adult who wants their own account. Write from the mailbox that got the invitation.
invitation-officer = An officer checks your answer and opens the account. There is nothing to sign up for.
invitation-account = You get an email with your username and a temporary password. Then sign in here for the first time.
invitation-abroad = Not in Canada yet? Say so in your answer. The invitation waits, and you can answer again when you are here.

password-help-heading = A password that does not work
forgotten-heading = You forgot your username or password
forgotten-text = Write to the contact address from your confirmed mailbox and say what you forgot. Both go to that mailbox only.

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
