# The frame around every page, and what all pages share.

app-name = Landed
language-chosen = This page is now in English.
title = { $heading } – Landed
title-error = Error: { $heading } – Landed
skip-to-content = Skip to content
nav-label = Help and language
notices-label = Notices
help = Help
back = Back
back-to-household = Your household
required = (required)
choose-one = Choose one
continue = Continue
checking = Checking…
sending = Sending…
change = Change
try-again = Try again
loading = Loading…
error-summary-title = There is a problem
start-failed = The app could not start
not-found-heading = Nothing to see here
not-found-text = Go back to your household. This page does not exist, or it belongs to someone with their own account.

sign-out = Sign out
signed-in-as = Signed in as { $name }
version = Version { $version }
demonstration = Demonstration. The people and the portal in it are made up; nothing leaves this device.
stale-offline = You are not connected. You see how things stood on { $when }, and what you type is kept.
stale-unreachable = The portal does not answer. You see how things stood on { $when }, and what you type is kept.

reference = Reference number
received = Received
receipt-for = For
print-or-save = Print or save this page
what-next-heading = What happens next
go-to-household = Go to your household

# The title of the system’s file picker, and its kinds of files
picker-title = Choose a picture
picker-pictures = Pictures (JPEG, PNG)
picker-all-files = All files
