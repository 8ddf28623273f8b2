# The page around the program, before and without it.
page-description = Confirm your permanent residence in Canada: declare that you are here, give your address, send your photo, and follow each step.
page-noscript = Turn on JavaScript for this page, or use the Landed app. The form needs one of them.
page-unreachable = Check your connection, then load this page again. A part of it did not arrive.
not-signed-out = You are still signed in.
signing-out-heading = Signing out
signing-out-text = Signing out: stay on this page until it is done.
