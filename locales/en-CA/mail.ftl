# The portal's mail. Every mail is English first, French below, with one link. A notice never says
# what changed.

mail-french-below = (Le texte français suit.)
mail-greeting = Hello,
mail-official-page = The official page of this service, in English and French:
mail-sign-in-from-app = Open the Landed app, or go to the portal from the official page named below, and sign in there. This email has no sign-in link, and we never send one.
mail-genuine = Not sure that this email is from us? The app and the portal’s page show how to tell, before you sign in.
mail-no-reply = Nobody reads replies to this email. If you need help, write to the contact address that is shown before you sign in.

mail-account-opened-intro = An account was opened for { $name } to confirm permanent residence.
mail-account-reissued-intro = A new temporary password was made for the account of { $name }. The old one no longer works.
mail-username = Username: { $username }
mail-temporary-password = Temporary password: { $password }
mail-temporary-password-ends = The temporary password works until the end of { $date }. After that, ask for a new one.
mail-first-sign-in = In the app or on the portal’s page, choose “{ way-temporary-go }”. You need this username and password, and the date of birth and the UCI of the person whose account it is. Then you choose your own password.
mail-keep-to-yourself = Do not share these with anyone, even with someone who advises you.

mail-changed-intro = Something changed in your file.
mail-changed-what = To see what it is, and what comes next, sign in.

mail-password-stored-intro = A new password was saved for the account of { $name }. The temporary password no longer works.
mail-password-stored-not-you = If that was not you, write to the contact address that is shown before you sign in.
