# Settings: how the interface is shown, who is signed in, what is kept where.

settings-hold = Changes apply at once and are kept on this device.
settings-hold-tab = Changes apply at once, until you close this tab. Nothing of them stays on the device.
settings-hold-until-closed = Changes apply at once, until the app closes. This device has no secure place to keep them.
settings-chosen = Changed. It applies from now on.
settings-language = Language
settings-theme = Light or dark
theme-system = As on this device
theme-light = Light
theme-dark = Dark
settings-text-size = Size of the text
settings-text-size-hint = On top of what your browser or device does
text-size-standard = Standard
text-size-large = Large
text-size-largest = Largest
settings-session = Signed in
nobody-signed-in = Nobody is signed in here.
sign-out-text = Sign out when you leave a device that others use. What you typed is kept for you.

data-heading = Data on this device
data-on-device = This app keeps these things here, encrypted. The key is in this device’s secure store:
data-kept-session = That you are signed in, until the session ends
data-kept-typed = What you typed and did not send yet
data-kept-photos = Pictures that you chose and did not send yet
data-kept-seen = How your household stood when you last looked, so that you can read it without a connection
data-with-portal = Nothing about you is kept on this device. When you sign out or close the tab, nothing stays behind.
data-portal-typed = What you typed and did not send yet is kept by the portal, under your account
data-portal-photos = A picture that you chose is in this page only, until you send it or close the page
data-portal-shared = On a device that others use, sign out and close the browser when you are done
data-until-closed = Nothing is written to this device, because it has no secure place to keep it.
data-until-closed-typed = What you typed is lost when the app closes, so send it before that
data-sent = What you sent is with the portal, wherever you sign in.
data-remove = Remove everything from this device
data-remove-title = Remove everything from this device?
data-remove-text = What you typed and did not send, and pictures that you chose, are gone for good. You are signed out. What you sent stays with the portal.
data-remove-act = Remove everything
