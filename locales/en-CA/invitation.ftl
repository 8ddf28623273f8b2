# The invitation: opened with its code, answered for the household, each address confirmed.

open-heading = What is the code of your invitation?
open-lead = It came by email. The principal applicant answers, for everyone on the application.
open-invitation = Open the invitation
open-code = Invitation code
open-code-hint = 12 letters and digits from the email, like K7MP‑2XQD‑9RTW. Pasting works
open-no-code = You have no code, or it no longer works
open-first = Open the invitation with its code first.

again-heading = Who was invited?
again-lead = The invitation is sent again to the email address on file, with a new code. The older code then no longer works.
again-send = Send the invitation again
again-sent-heading = Look in your mailbox
again-sent-lead = If these details belong to an invitation, it is on its way to the email address on file.
again-sent-other = If nothing came, another address may be on file. Write to the contact address.
sent-again = Change something and ask again

answer-heading = How do you answer the invitation?
answer-lead = You answer for everyone on the application, until { $day }. You can change the answers until your account is open.
answer-lead-waiting = You answer for everyone on the application. You can change the answers until your account is open.
answer-in-canada = Are you in Canada now?
answer-in-canada-hint = This is about you, the principal applicant
answer-in-canada-yes = Yes, I am in Canada
answer-in-canada-no = No, not yet
answer-in-canada-no-then = The invitation waits for you. Answer again with the same code once you are here
answer-email-me = Your email address
answer-email-me-hint = Your username and temporary password are mailed here. Only you should be able to read it
answer-email = Email address
answer-email-own-hint = Needed for the account: { $name }’s username and temporary password are mailed here
answer-email-other-hint = If there is one. A family may share a mailbox
answer-own = { $name } gets their own account
answer-own-then = Then only { $name } sees their steps and does them
own-means-heading = What an own account means
own-means-self = An adult with their own account signs in for themselves and does every step themselves.
own-means-unseen = From their first sign-in, you no longer see their address, photo, steps and messages: only that they have their own account. What you prepared for them is erased from your devices.
own-means-else = For adults without one you act from your account, as you do for children.
own-means-later = It can be asked for later as well.

check-heading = Are these answers right?
check-lead = A code is mailed to each address. Nothing else is mailed there until the address is confirmed.
check-lead-outside = Nothing is mailed, and no account is opened, until you answer again from Canada.
check-send = { $count ->
    [one] Send the answers and mail the code
   *[other] Send the answers and mail the codes
}
check-send-outside = Say that I am not in Canada yet
check-later = Mistyped an address? You can still change it on the next page.
check-no-email = No email address
check-own = Gets their own account
check-no-own = You act for them from your account
check-incomplete = Go back to your answers. Something in them is missing or changed.
check-go-back = Go to the answers

outside-heading = Your invitation waits for you
outside-lead = Answer again once you are in Canada, with the same code. Until then, the code goes on working.
outside-keep = Keep the email with the invitation code.
outside-nothing = Until then nothing is mailed to you, and no account is opened.
outside-again = In Canada, open the invitation with its code and answer again.
outside-here-now = I am in Canada now

codes-heading = Which code came by email?
codes-lead = { $count ->
    [one] A 6-digit code was mailed to this address. Type it here, or paste it.
   *[other] A 6-digit code was mailed to each of these addresses. Type those that you have; the others can wait.
}
codes-code = Code from the email
codes-code-hint = 6 digits. Pasting works
codes-code-of = Code mailed to { $email }
codes-until = For { $names }. 6 digits that work until { $when }
codes-ended = For { $names }. Have a new code sent
codes-is-confirmed = is confirmed, for { $names }
codes-confirmed = The address is confirmed.
codes-tries = { $tries ->
    [one] This code can be typed once more.
   *[other] This code can be typed { $tries } more times.
}
codes-used-up = Have a new code sent. This one was typed wrongly too often.
codes-another = Send a new code
codes-another-sent = A new code is on its way to { $email }. The older one no longer works.
codes-confirm = { $count ->
    [one] Confirm the address
   *[other] Confirm the addresses
}
codes-not-here-heading = No code?
codes-junk = Look in the folder for junk or spam, and wait an hour at most.
codes-mistyped = If an address is mistyped:
codes-mistyped-go = Change the address
codes-elsewhere = If someone else reads that mailbox, they can confirm it on their own device:
codes-nothing = Answer the invitation first. Then a code is mailed to each address.
codes-next-open = Confirm your own address: your account is opened then.
codes-next-mail = Look for the email with your username and a temporary password, which works for { $days } days.
codes-next-others = Everyone who gets their own account has an email of their own, once their address is confirmed.
codes-next-sign-in = Sign in for the first time with your date of birth and UCI, and choose your own password.
opened-heading = Your account is open
opened-title = Your address is confirmed
opened-text = Your username and temporary password are on their way to { $email }.
opened-look = Look for that email. It can take an hour.
opened-first = Sign in for the first time within { $days } days, and choose your own password.

confirm-heading = Which email address do you confirm?
confirm-lead = A code was mailed to it. Whoever reads the mailbox types that code here, on any device.
confirm-email-hint = The one that the code was mailed to
confirm-send = Confirm the address
confirm-new-code = A new code can be sent by whoever gave the address, with the invitation or from their account:
confirm-done-heading = The address is confirmed
confirm-done-lead = From now on, mail about the application can go to { $email }.
confirm-done-account = If an account goes with this address, look for the email with its username and temporary password.
email-address = Email address
