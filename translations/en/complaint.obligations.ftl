# What is still owed, and who was told of it, 7.3.
slice-complaint-obligations = What is owed
fact-reminded = Reminder
obligation-acknowledgement = Acknowledgement
obligation-assessment = Initial assessment
obligation-confirmation = Confirmation by top management
obligation-update = Progress update
obligation-notice = Notice of an extension
obligation-response = Full answer
obligation-remedy = Remedy delivered
obligation-review = Internal review
obligation-closure = Closing
obligation-limit = Time limit of a rule pack
timeline-reminded-warning = Reminder, due soon: { $obligation }
timeline-reminded-handler = Missed, the handler was told: { $obligation }
timeline-reminded-manager = Missed, the manager was told: { $obligation }
timeline-reminded-top-management = Missed, top management was told: { $obligation }
