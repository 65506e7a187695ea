# Names of fields that several verbs of clause 7 share.
field-category = Problem category
field-colleague = Colleague
field-due-on = Due on
field-files = Files
field-issue = Point of complaint
field-product = Product or service
field-rationale = Rationale
field-reason = Reason
field-text = Text
