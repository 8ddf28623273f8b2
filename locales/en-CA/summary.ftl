# The adviser summary.

door-summary = Summary for an adviser
door-summary-text = First names, steps and dates, to print or save for someone who advises you.
summary-heading = Summary for an adviser
summary-lead = Give this to a consultant, lawyer or friend who advises you, instead of your password.
summary-shows = It shows first names, steps, where they stand, and dates.
summary-never = It never shows family names, numbers, addresses, photos or messages.
summary-representative = An adviser may never sign in as you or declare presence for you.
summary-title = Confirmation of permanent residence: where it stands
summary-about = A summary for an adviser, made by the applicant. It is no official document and proves nothing.
summary-resident = Permanent resident since { $day }
summary-step = Step
summary-status = Where it stands
summary-day = Date
summary-problem = Needs the applicant’s attention
