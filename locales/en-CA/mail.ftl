# The portal's mail. Every mail is English first, French below, with one link. A notice never says
# what changed.

mail-french-below = (Le texte français suit.)
mail-greeting = Hello,
mail-official-page = The official page of this service, in English and French:
mail-sign-in-from-app = Open the Landed app, or go to the portal from the official page named below, and sign in there. This email has no sign-in link, and we never send one.
mail-genuine = Not sure that this email is from us? The app and the portal’s page show how to tell, before you sign in.
mail-no-reply = Nobody reads replies to this email. If you need help, write to the contact address that is shown before you sign in.

mail-account-opened-title = An account was opened for { $name } to confirm permanent residence.
mail-account-reissued-title = A new temporary password was made for the account of { $name }.
mail-account-reissued-old = The old one no longer works.
mail-username = Username: { $username }
mail-temporary-password = Temporary password: { $password }
mail-temporary-password-ends = The temporary password works until the end of { $date }. After that, ask for a new one.
mail-first-sign-in = In the app or on the portal’s page, choose “{ way-temporary-go }”. You need this username and password, and the date of birth and the UCI of the person whose account it is. Then you choose your own password.
mail-keep-to-yourself = Do not share these with anyone, even with someone who advises you.

mail-changed-title = Something changed in your file.
mail-changed-what = To see what it is, and what comes next, sign in.

mail-password-stored-title = A new password was saved for the account of { $name }.
mail-password-stored-old = The temporary password no longer works.
mail-not-you = If that was not you, write to the contact address that is shown before you sign in.

mail-keep-code-to-yourself = Do not share this code with anyone, even with someone who advises you.
mail-go-to-portal = Open the Landed app, or go to the portal from the official page named below. This email has no sign-in link, and we never send one.
mail-code-ends-after-hours = { $hours ->
    [one] The code works for { $hours } hour. After that, ask for a new one.
   *[other] The code works for { $hours } hours. After that, ask for a new one.
}
mail-code-ends-after-minutes = { $minutes ->
    [one] The code works for { $minutes } minute. After that, ask for a new one.
   *[other] The code works for { $minutes } minutes. After that, ask for a new one.
}
mail-if-you = If that was you, there is nothing to do.
mail-choose-new-password = If that was not you, choose a new password now: in the app or on the portal’s page, say that you forgot yours. Then write to the contact address that is shown before you sign in.

mail-invited-title = { $name } can now confirm permanent residence online.
mail-invitation-code = Invitation code: { $code }
mail-invited-what = In the app or on the portal’s page, choose “{ way-invitation-go }”. You need this code, and the date of birth and the UCI of { $name }.
mail-invited-ends = The code works until the end of { $date }. After that, have the invitation sent again.

mail-confirm-title = Confirm this email address.
mail-code = Code: { $code }
mail-confirm-what = Type this code where the app or the portal’s page asks for it. If nothing asks you, choose “{ door-confirm-address }” on the first page.
mail-confirm-not-you = If you did not expect this email, do nothing. We send nothing else to an address that is not confirmed.

mail-reset-title = Here is the code to choose a new password for the account of { $name }.
mail-reset-code = Reset code: { $code }
mail-reset-what = In the app or on the portal’s page, type it with your username and a new password.
mail-reset-not-you = If you did not ask for it, do nothing. The password stays as it is.

mail-usernames-title = You asked with which username to sign in.
mail-username-of = Username of { $name }: { $username }
mail-usernames-what = Sign in with your username and your password.
mail-usernames-not-you = If you did not ask for this, do nothing. Nobody can sign in with a username alone.

mail-new-device-title = A new device signed in to the account of { $name }.
mail-new-device-which = On { $when }: { $device }.

mail-credential-password-title = The password of the account of { $name } was changed.
mail-credential-factor-on-title = The second step at sign-in was turned on for the account of { $name }.
mail-credential-factor-off-title = The second step at sign-in was turned off for the account of { $name }.
mail-credential-recovery-codes-title = New recovery codes were made for the account of { $name }.
mail-credential-recovery-codes-old = The old ones no longer work.
mail-credential-recovery-code-used-title = A recovery code was used to sign in to the account of { $name }.
mail-credential-recovery-code-used-once = It does not work a second time.

mail-email-will-change-title = The email address of the account of { $name } will change.
mail-email-will-change-when = From { $when } on, our emails about this account go to the new address.
mail-email-will-change-you = If you asked for this, there is nothing to do. If you did not, write now to the contact address that is shown before you sign in.

mail-email-changed-title = The email address of the account of { $name } was changed.
mail-email-changed-where = Our emails about this account go to the new address now.
