# The first page and the ways in.

welcome-heading = Confirm your permanent residence
welcome-lead = Say that you are in Canada, give the address for your card, and send a photo. Then follow each step until the card is mailed.
way-temporary = You have a temporary password
way-temporary-text = It came by email with your username. Have your date of birth and your UCI at hand.
way-temporary-go = Sign in for the first time
way-invitation = You have an invitation
way-invitation-text = It came by email, with a code. Have your date of birth and your UCI at hand.
way-invitation-go = Answer the invitation
way-own = You have your own password
way-own-text = You have signed in here before.
way-own-go = Sign in
representative-title = Sign in for yourself only
representative-text = A consultant, lawyer or other representative may advise you. They may never sign in as you or declare presence for you. Do not give them your password: once signed in, you can give them the summary for an adviser.

sign-in = Sign in
signing-in = Signing in…
sign-in-heading = Sign in
sign-in-first-time = Have a temporary password?
sign-in-first-time-go = Sign in for the first time
forgotten-password-go = Forgot your password?
forgotten-username-go = Forgot your username?
way-out-first-again = Have a new temporary password sent
username = Username
username-hint = 8 letters and digits from the email, like K7MP‑2XQD
password = Password
password-show = Show
password-hide = Hide
password-show-label = Show the password
password-hide-label = Hide the password

first-heading = Sign in for the first time
first-lead = Your username and temporary password are in one email. The password works for { $days } days after it was sent. On the next page you choose your own.
temporary-password = Temporary password
temporary-password-hint = Copy it from the email. Spaces before and after do not matter
date-of-birth = Your date of birth
date-hint = For example, 27 3 1988
date-day = Day
date-month = Month
date-year = Year
uci = UCI
uci-hint = Unique client identifier, 8 or 10 digits. It is on the letters you received about your application

own-password-heading = Choose your own password
own-password-lead = Your details match. Your own password replaces the temporary one as soon as it is stored.
own-password = Your own password
own-password-hint = At least { $least } characters. For example four words: an animal, a tool, a fruit and a town. Spaces count
own-password-missing = { $missing ->
    [one] One more character is needed
   *[other] { $missing } more characters are needed
}
own-password-enough = { $length } characters: long enough
own-password-advice = What makes it strong
own-password-advice-words = Four or five words that have nothing to do with each other are easier to remember than signs.
own-password-advice-any = Any language and any script will do. Digits and capitals are not needed.
own-password-advice-manager = A password manager can make one and keep it for you. Pasting works.
own-password-store = Store password and sign in
own-password-storing = Storing…
