# Checking an email: how it is shown, and what was seen of it.

genuine-intro = Show us the email, and this page looks for four marks. Nothing of it leaves this device.
genuine-way = How do you want to check it?
genuine-paste = Paste its text
genuine-paste-text = Copied from your mail program. Not everything can be seen that way
genuine-file = Open the saved email
genuine-file-text = Shows the most: the sender, and where links really go
genuine-hand = Answer four questions
genuine-hand-text = If you read your email on this same phone
genuine-text = Text of the email
genuine-text-hint = With the sender and the subject, if you can copy them too
genuine-check = Check the email
genuine-checking = Checking
genuine-save-how = How to save an email as a file
genuine-save-computer = On a computer, open the email and look in its menu for “Save as”, “Download message” or “Download original”. The name of the file ends in .eml.
genuine-save-phone = On most phones this cannot be done. Answer the four questions instead.
genuine-choose = Choose the saved email
genuine-seen = What this email shows
genuine-finish-by-hand = Answer the rest by hand
genuine-four = Four questions
genuine-also = Also seen
genuine-mark-sender = Sender at @cic.gc.ca:
genuine-mark-languages = In English and French:
genuine-mark-subject = The right subject:
genuine-mark-link = A link to the official page only:
genuine-sender = Does the sender’s address end in @cic.gc.ca?
genuine-languages = Is the message in English and in French?
genuine-subject = Is the subject this, word for word?
genuine-link = Does its only link lead to the official page?
genuine-codes = Codes and passwords are typed into this app. They are never behind a link.

picker-email-title = Choose a saved email
picker-emails = Saved emails (.eml)

checker-sender-fits = The address is { $address }.
checker-sender-elsewhere = The address is { $address }. What counts is after the @: { $host }.
checker-sender-lookalike = The address is { $address }. It is made to look like { $like }, and is not.
checker-sender-unreadable = A sender is named, but no address that can be read.
checker-sender-not-seen = There is no sender in it.
checker-senders-several = It names { $count } senders. Mail programs do not agree on which one they show.
checker-sender-in-text = The text names { $address }. Anyone can type that; look at the email itself.
checker-passed-on = It was passed on by { $address }. Look at the email as it first arrived.
checker-name-imitates = The name shown is “{ $name }”. The address behind it is { $address }.
checker-reply-elsewhere = Replies would go to { $address }.
checker-sent-by-other = It was sent by { $address } in the sender’s name.

checker-languages-both = Both languages are there.
checker-english-missing = It is not in English.
checker-french-missing = It is not in French.
checker-languages-neither = It is in neither of the two languages.
checker-languages-uneven = One of the languages is there in part only.
checker-text-short = { $count ->
    [one] It has { $count } word, which is too little to tell.
   *[other] It has { $count } words, which is too little to tell.
}
checker-text-unreadable = Its text is damaged or written in a way that cannot be read here.

checker-subject-fits = It is the portal’s subject, word for word.
checker-subject-suffix = It is the portal’s subject, followed by “{ $suffix }”.
checker-subject-prefixed = Before the portal’s subject stands “{ $prefix }”, as in replies and forwarded email. Look at the email as it first arrived.
checker-subject-close = It looks like the portal’s subject, but its letters or signs are others: “{ $subject }”.
checker-subject-other = It is another one: “{ $subject }”.
checker-subjects-several = It has { $count } subjects.
checker-subject-not-seen = There is no subject in what you pasted.

checker-link-official = The link goes to { $address }.
checker-link-in-text = The text names the official page, but copied text does not show where the link goes.
checker-link-none = There is no link. The portal always writes one.
checker-link-not-seen = No link can be seen.
checker-link-elsewhere = A link goes to { $host }: { $address }
checker-link-lookalike = A link goes to { $host }. It is made to look like { $like }, and is not.
checker-link-punycode = A link goes to { $host }, which is shown as { $shown }: other letters than they seem.
checker-link-mixed-scripts = A link goes to { $host }, which is shown as { $shown } and mixes the letters of several alphabets.
checker-link-number = A link goes to a number instead of a name: { $host }
checker-link-other-page = A link goes to the official site, but not to the page of this portal: { $address }
checker-link-port = A link goes to a special door of the official site: { $address }
checker-link-not-secure = A link goes to the official page without protection on the way: { $address }
checker-link-odd-form = A link to the official page is not written as the portal writes it: { $address }
checker-link-userinfo = A link shows “{ $shown }” first, but goes to what is after the @: { $host }
checker-link-text-differs = A link shows { $shown }, but goes to { $host }.
checker-link-shortened = A link is shortened by { $host }, so that nobody sees where it goes.
checker-link-redirects = A link goes to { $host } first, and from there to { $to }.
checker-link-rewritten = Your mail provider changed a link, so that it goes through { $host } first.
checker-link-writes-mail = A link writes an email to { $address }.
checker-link-other-kind = A link does something else than open a page ({ $scheme }).
checker-link-unreadable = A link cannot be read: { $address }
checker-links-too-many = There are more than { $count } links. The portal writes one.
checker-form = It asks you to fill something in. The portal never does that in an email.
checker-active-content = A program or another page is built into it. The portal never does that.
checker-attachment = A file is attached: { $name }. The portal attaches none.

checker-several-links = { $count } links go to the official page.
checker-hidden-text = It contains text that is hidden from you: “{ $text }”
checker-unseen-characters = { $count ->
    [one] It contains { $count } character that cannot be seen.
   *[other] It contains { $count } characters that cannot be seen.
}
checker-turned-text = It contains signs that turn text around, so that it reads as something else.
checker-remote-pictures = Pictures are fetched from { $host } when it is opened. That tells the sender that you read it.
checker-return-elsewhere = If it could not be delivered, it would go back to { $address }.
checker-authentication-passed = { $by } noted that the sender is truly from { $domain }. In a file that note can be forged.
checker-authentication-failed = { $by } noted that the sender is not truly from { $domain }.
checker-authentication-of-other = { $by } noted that the sender is from { $domain }, which is not the portal.
checker-authentication-several = { $count } different services noted something about the sender. Only the note of your own mail provider counts.
checker-authentication-missing = It carries no note of your mail provider about the sender.
checker-other-charset = Its letters are encoded as { $charset }. The portal uses another way.
checker-was-attached = It was attached to an email from { $address }. What was looked at is the attached one.
checker-several-attached = { $count } emails are attached. Only the first was looked at.
checker-breaks-off = It breaks off before its end.
checker-empty = There is nothing in it.
checker-no-email = This is not a saved email. Save it as a file whose name ends in .eml, or paste its text.
checker-too-large = It is larger than { $megabytes } MB, which is more than is looked at. The portal’s emails are small.
checker-too-many-parts = It has more parts than are looked at. The portal’s emails have two.
error-required--email-text = Paste the text of the email
