# What the parts of every page say: menus, dialogs, what takes long, pages that are not there.

settings = Settings
account = Account
footer-label = Help and settings
language-label = Language: { $language }
language-not-fetched = Connect to the internet, then choose the language again. Its words could not be loaded.
device-data-removed = Everything that was kept on this device is removed.
dismiss = Close this message
leave-as-it-is = Leave it as it is
still-at-work = Stay on this page. This takes a little longer than usual; nothing is sent twice.
back-to-help = Help and contact

session-ends = Your session is about to end
session-left = { $time } left
session-ends-text = Stay signed in to go on. Otherwise you are signed out, so that nobody else can see your household. What you typed is kept.
session-ends-for-good = Finish what you can, then sign in again to go on. This session cannot be made longer. What you typed is kept.
session-stay = Stay signed in
session-go-on = Go on until then

no-page-heading = There is no page at this address
no-page-text = Check the address, or start again from the first page. Nothing that you sent or typed is lost.
go-to-start = Go to the first page
confirmation-gone-heading = This confirmation was shown before
confirmation-gone-text = Go to your household to see what was received. The page of each person says what arrived and when.

answer-yes = Yes
answer-no = No
answer-cannot-tell = Cannot tell
what-to-do-heading = What to do
