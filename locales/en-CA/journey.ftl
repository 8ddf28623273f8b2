# The five steps of a person and where each stands.

step-account = Account
step-declaration = Declaration of presence
step-address = Address
step-photo = Photo
step-card = Permanent resident card

status-done = Done
status-to-do = To do
status-waiting = With an officer
status-cannot-start-yet = Cannot start yet
status-problem = Needs your attention

household-approved = Approved
household-invited = Invited
household-waiting-outside = Waiting until you are in Canada
household-answered = Invitation answered
household-active = Under way
household-closed = Finished: every card was mailed
household-withdrawn = The application was withdrawn
household-interview = You are asked to come to an interview

clock-temporary-password = Temporary password works until { $day }
clock-proof-download = Proof can be downloaded until { $day }
clock-card-claim = Address and photo needed by { $day }

relationship-principal = Principal applicant
relationship-spouse = Spouse
relationship-partner = Common-law partner
relationship-child = Child
relationship-grandchild = Grandchild
relationship-other = On the application

province-ab = Alberta
province-bc = British Columbia
province-mb = Manitoba
province-nb = New Brunswick
province-nl = Newfoundland and Labrador
province-ns = Nova Scotia
province-nt = Northwest Territories
province-nu = Nunavut
province-on = Ontario
province-pe = Prince Edward Island
province-qc = Quebec
province-sk = Saskatchewan
province-yt = Yukon
