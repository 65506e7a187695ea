# The map of clauses 4 to 8, with the evidence for each.
clause-map = Clause map
clause-map-lead = Which rooms serve each clause, how much evidence the journal holds for it and how old the newest is. The page counts; whether that conforms is for an auditor to say.
clause-map-count = Clauses: { $n }. Without evidence yet: { $without }.
clause-map-clause = Clause
clause-map-rooms = Served by
clause-map-evidence = Evidence
clause-map-newest = Newest
clause-map-no-room = Nothing in this system yet
clause-map-none = No evidence yet
clause-map-facts = Facts: { $n }
slice-complaint-inbox = List of complaints
slice-complaint-search = Search
slice-complaint-desk = Desk
slice-channels-api = Receipt from other systems
slice-channels-how = How we handle complaints
slice-channels-web-form = Form for complainants
slice-channels-phone = Complaints by phone and at the counter
