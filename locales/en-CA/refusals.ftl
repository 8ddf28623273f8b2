# What went wrong, by code, on pages whose words are not fetched first. The next step comes before the reason.

# The invitation
error-invitation-refused = Check the code, your date of birth and your UCI. Together, they do not match an invitation. If it was sent again, only the newest code works.
error-invitation-expired = Have the invitation sent again. This one could be answered until { $on }.
error-invitation-answered = Sign in, the first time with the temporary password from your email. This invitation was answered, and the account is open.
error-invitation-timed-out = Open the invitation again with the same code. Answering took too long. What you typed is kept.
error-answer-incomplete = Go back and look through your answers. Everyone on the application is answered for once, and own accounts are for other adults only.
error-confirmation-refused = Check the code and the address. Only the newest code that was mailed to this address works
error-confirmation-expired = Have a new code sent. This one was right, but its time is over
error-own-account-not-possible = Write to the contact address if this is unexpected. Own accounts are for adults on the application who have none yet.

# Ways back in
error-second-factor-refused = Check the code, or wait until the app shows the next one. This one is not right, or it was used already
error-second-factor-timed-out = Start again with your username and password. The second step took too long.
error-password-wrong = Check your current password. It is not the one that you sign in with
error-reset-code-refused = Check your username and the reset code. Together, they do not match. Only the newest code works.
error-reset-code-expired = Have another reset code sent. This one was right, but its time is over.

# Fields
error-required--code = Enter the code
error-required--email = Enter the email address
error-required--email-of = Enter { $name }’s email address
error-required--in-canada = Choose whether you are in Canada now
error-required--current = Enter your current password
error-required--text = Write your message
error-code-shape = { $length ->
    [6] Enter the 6 digits from the email
   *[other] Enter the code as it is in the email: { $length } letters and digits
}
error-factor-code-shape = Enter the 6 digits that the app shows, or a recovery code of 8 letters and digits
error-email-shape = Enter the whole email address, like name@example.org
error-email-shape--email-of = Enter { $name }’s whole email address, like name@example.org
