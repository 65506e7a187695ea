# Who has the complaint in hand (4.12, 4.7)
slice-operation-assignment = Owner
verb-assignment = Assign
done-assignment = The assignment is recorded.
verb-take = Take over
done-take = You have this complaint in hand now.
field-nobody = Back to everybody
refusal-assign-one-of-both = Please choose a colleague, or hand it back to everybody, but not both.
refusal-assign-to-whom = Please choose a colleague, or hand it back to everybody.
refusal-assigned-already = It is like that already. Nothing needs to change.
refusal-assign-complained-about = The complaint is about this person, so somebody else handles it. Please choose another colleague.
refusal-assign-other-unit = This colleague works in another unit and would not see the complaint. Please choose somebody of this unit, or correct the unit first.
refusal-assign-role = This needs the role of a handler or a manager. Please choose somebody who has it.
evidence-owner-named = Somebody has it in hand
row-owner = Owner
owner-nobody = Nobody yet
timeline-assigned = Assigned to: { $person }
timeline-assigned-nobody = Handed back to everybody
