# Fixed terms, one per concept, exactly as in translations/glossary.csv (see the notes there).

## the standard and its national adoptions
standard-title = Quality management – Customer satisfaction – Guidelines for complaints handling in organizations
standard-id = ISO 10002:2018
system-name = Complaints-handling management system
complaints-handling = Complaints handling

## clause titles: chapters
clause-4 = Guiding principles
clause-5 = Complaints-handling framework
clause-6 = Planning, design and development
clause-7 = Operation of the complaints-handling process
clause-8 = Maintenance and improvement

## clause titles: 4 guiding principles
clause-4-1 = General
clause-4-2 = Commitment
clause-4-3 = Capacity
clause-4-4 = Transparency
clause-4-5 = Accessibility
clause-4-6 = Responsiveness
clause-4-7 = Objectivity
clause-4-8 = Charges
clause-4-9 = Information integrity
clause-4-10 = Confidentiality
clause-4-11 = Customer-focused approach
clause-4-12 = Accountability
clause-4-13 = Improvement
clause-4-14 = Competence
clause-4-15 = Timeliness

## clause titles: 5 framework
clause-5-1 = Context of the organization
clause-5-2 = Leadership and commitment
clause-5-3 = Policy
clause-5-4 = Responsibility and authority

## clause titles: 6 planning
clause-6-1 = General
clause-6-2 = Objectives
clause-6-3 = Activities
clause-6-4 = Resources

## clause titles: 7 operation
clause-7-1 = Communication
clause-7-2 = Receipt of complaints
clause-7-3 = Tracking of complaints
clause-7-4 = Acknowledgement of complaints
clause-7-5 = Initial assessment of complaints
clause-7-6 = Investigation of complaints
clause-7-7 = Response to complaints
clause-7-8 = Communicating the decision
clause-7-9 = Closing complaints

## clause titles: 8 maintenance and improvement
clause-8-1 = Collection of information
clause-8-2 = Analysis and evaluation of complaints
clause-8-3 = Evaluation of satisfaction with the complaints-handling process
clause-8-4 = Monitoring of the complaints-handling process
clause-8-5 = Auditing of the complaints-handling process
clause-8-6 = Management review of the complaints-handling process
clause-8-7 = Continual improvement

## roles
complainant = Complainant
customer = Customer
representative = Representative
affected-person = Person affected
subject-person = Person complained about
staff = Staff
top-management = Top management
complaints-representative = Complaints management representative
manager = Manager
handler = Handler
intake = Intake staff
investigator = Investigator
approver = Approver
reviewer = Reviewer
owner = Owner
auditor = Auditor
internal-auditor = Internal auditor
quality-manager = Quality manager
dpo = Data protection officer
administrator = Administrator
certification-body = Certification body
consultant = Consultant
external-body = External dispute-resolution body

## case objects
complaint = Complaint
complaint-desk = Complaint
case = Case
reference = Reference
issue = Issue
enquiry = Enquiry
suggestion = Suggestion
compliment = Compliment
misconduct-report = Report of wrongdoing
feedback = Feedback
description = What happened
outcome-sought = What you want us to do
category = Problem category
product-service = Product or service
evidence = Evidence
attachment = Attachment
message = Message
note-internal = Internal note
call-log = Call record
acknowledgement = Acknowledgement
progress-update = Progress update
investigation = Investigation
finding = Finding
root-cause = Root cause
remedy = Remedy
compensation = Compensation
goodwill = Goodwill gesture
decision = Decision
decision-letter = Decision letter
recourse = How to take it further
internal-review = Internal review
external-referral = External referral
systemic-issue = Systemic issue
duplicate = Duplicate complaint
repeat = Repeat complaint
joint = Joint complaint
anonymous = Anonymous
conflict-of-interest = Conflict of interest
call-back = Follow-up call
survey = Survey
access-need = Support needed
consent = Consent
retention-period = Retention period
legal-hold = Legal hold
template = Template
timeline = Timeline

## stages
stage-draft = Draft
stage-received = Received
stage-acknowledged = Acknowledged
stage-assessed = Assessed
stage-investigating = Being investigated
stage-deciding = Decision being prepared
stage-communicated = Decision sent
stage-implementing = Remedy being carried out
stage-review = Under internal review
stage-external = With an external body
stage-closed = Closed
stage-reopened = Reopened
stage-waiting = Waiting for the complainant

## verbs of the desk (button form)
do-register = Register
do-acknowledge = Acknowledge
do-assess = Assess
do-assign = Assign
do-take-over = Take over
do-investigate = Investigate
do-ask = Ask a department
do-record-finding = Record finding
do-offer = Offer remedy
do-approve = Approve
do-send-back = Send back
do-reply = Reply
do-send = Send
do-note = Add note
do-log-call = Log a call
do-extend = Extend deadline
do-escalate = Escalate
do-refer = Refer externally
do-forward = Forward to the right organisation
do-merge = Merge
do-link = Link
do-restrict = Restrict access
do-redact = Redact
do-verify-remedy = Confirm remedy delivered
do-close = Close complaint
do-reopen = Reopen
do-withdraw = Withdraw my complaint
do-start-capa = Start corrective action

## outcomes
outcome-upheld = Upheld
outcome-partly = Partly upheld
outcome-not-upheld = Not upheld
outcome-no-finding = Resolved without finding
outcome-out-of-scope = Out of scope
outcome-withdrawn = Withdrawn
accepted = Accepted by the complainant
not-accepted = Not accepted
resolved-early = Resolved at first contact
closed-no-response = No response from the complainant
time-barred = Time limit passed
forwarded = Forwarded

## channels
channel-web = Web form
channel-email = E-mail
channel-phone = Phone
channel-chat = Chat
channel-social = Social media
channel-letter = Letter
channel-in-person = In person
channel-sms = Text message
channel-messenger = Messaging app
channel-staff = Heard by a staff member

## severity and priority
severity = Severity
severity-low = Low
severity-medium = Medium
severity-high = High
severity-critical = Critical
safety-risk = Safety risk
complexity = Complexity
impact = Impact
immediate-action = Immediate action
priority = Priority
urgent = Urgent

## clock and deadlines
deadline = Deadline
due-by = Answer by { $date }
due-today = Due today
due-in = { $duration } left
overdue = Overdue
overdue-by = { $duration } overdue
deadline-met = Met
deadline-missed = Missed
deadline-extended = Extended
clock-paused = Clock paused
working-day = Working day
calendar-day = Calendar day
office-hours = Opening hours
reminder = Reminder
holding-reply = Holding reply
final-answer = Full answer
target-time = Target time
why-this-date = Why this date?

## common interface
save = Save
save-continue = Save and continue
finish-later = Finish later
cancel = Cancel
undo = Undo
close-dialog = Close
edit = Edit
change = Change
remove = Remove
back = Back
next = Next
check-answers = Check and send
search = Search
filter = Filter
sort = Sort
copy = Copy
print = Print
download = Download
choose-files = Choose files
yes = Yes
no = No
dont-know = I don't know
optional = (optional)
sign-in = Sign in
sign-out = Sign out
settings = Settings
help = Help
language = Language
dashboard = Dashboard
new-complaint = New complaint
mine = Mine
unassigned = Unassigned
all-open = All open
saved-view = Saved view
skip-to-main = Skip to main content
make-complaint = Make a complaint
follow-complaint = Follow a complaint
large-print = Large print
easy-read = Easy to read

## error and empty-state patterns
err-summary = There is a problem
err-prefix = Error:
err-required = Enter { $field }
err-choose = Choose { $field }
err-email = Check the e-mail address
err-too-long = At most { $max } characters; now { $count }
err-file-large = { $file } is larger than { $max }
err-file-type = This kind of file cannot be opened here: { $file }
err-conflict = { $name } changed this while you were typing
err-session = You were signed out. Your text is kept.
err-not-found = We cannot find this page or complaint
err-forbidden = You may not see this. { $who } can give access.
err-server = Something went wrong on our side. Nothing you sent is lost.
err-offline = No connection. Your text is kept on this device.
err-code = This code does not match. You can ask for a new one.
err-blocked-close = Cannot be closed yet: { $reason }
irreversible = This cannot be undone
empty-inbox = Nothing waits for you
empty-search = Nothing found for { $query }
empty-period = No complaints in this period
small-sample = Too few answers for a reliable figure ({ $n })

## management system
management-system = Management system
policy = Policy
objective = Objective
target = Target value
indicator = Indicator
risk = Risk
opportunity = Opportunity
context = Context
interested-party = Interested party
scope = Scope
procedure = Procedure
process = Process
document = Document
record = Record
approval = Approval
effective-date = In force from
training = Training
competence = Competence
audit = Audit
internal-audit = Internal audit
audit-programme = Audit programme
audit-plan = Audit plan
audit-criteria = Audit criteria
audit-finding = Audit finding
sample = Sample
conformity = Conformity
nonconformity = Nonconformity
observation = Observation
correction = Correction
corrective-action = Corrective action
preventive-action = Preventive action
effectiveness-check = Effectiveness check
effectiveness = Effectiveness
efficiency = Efficiency
management-review = Management review
minutes = Minutes
trend = Trend
satisfaction = Satisfaction
gap-analysis = Gap analysis
certification = Certification
certificate = Certificate
accreditation = Accreditation
on-site-audit = On-site audit
surveillance-audit = Surveillance audit
recertification = Recertification
dossier = Dossier
mystery-complaint = Test complaint

## journal and proof
journal = Journal
journal-entry = Entry
proof-of-receipt = Receipt
proof = Proof
checkpoint = Checkpoint
verify = Verify
intact = Intact
altered = Altered
signature = Signature
journal-check-line = Journal intact, { $n } entries

## problem categories (default list, 35)
problem-01 = Not delivered or not provided
problem-02 = Only part was delivered or provided
problem-03 = Delivered late
problem-04 = Service was late
problem-05 = Faulty product
problem-06 = Poor service
problem-07 = Not what I ordered
problem-08 = I did not order it
problem-09 = Damage suffered
problem-10 = Guarantee refused
problem-11 = Refused to sell
problem-12 = Refused to serve
problem-13 = Selling method
problem-14 = Wrong information
problem-15 = Not enough information
problem-16 = How to pay
problem-17 = Price
problem-18 = Price increase
problem-19 = Extra charges
problem-20 = Cost or bill not justified
problem-21 = Contract terms
problem-22 = What the contract covers
problem-23 = Assessment of damage
problem-24 = Compensation refused
problem-25 = Compensation too low
problem-26 = Contract changed
problem-27 = Contract badly carried out
problem-28 = Contract ended by the firm
problem-29 = Service cancelled
problem-30 = Repaying a loan
problem-31 = Interest charged
problem-32 = Promise not kept
problem-33 = Wrong invoice
problem-34 = Complaint handled too slowly
problem-35 = Something else

## remedies (default list, 17 and 'other')
remedy-01 = Deliver it
remedy-02 = Repair or redo
remedy-03 = Exchange
remedy-04 = Cancel the sale
remedy-05 = Honour the guarantee
remedy-06 = Keep the promise
remedy-07 = Conclude the contract
remedy-08 = End the contract
remedy-09 = Cancel the invoice
remedy-10 = Give information
remedy-11 = Correct the assessment of damage
remedy-12 = Pay compensation
remedy-13 = Refund the down payment
remedy-14 = Refund another payment
remedy-15 = Reduce the price
remedy-16 = Payment by instalments
remedy-17 = Apologise
remedy-18 = Something else
