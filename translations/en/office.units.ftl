# The page of units.
office-units = Units
office-lead-units = Parts of the organisation whose people see only their own complaints and those of the units below: a depot, a branch, a line.
field-unit-name = Name of the unit
field-unit-above = Lies below
field-unit-above-hint = Whoever belongs to the unit above sees the complaints of this one too.
unit-below = below
unit-change = Rename or move
units-none = There are no units. Everybody works for the whole organisation.
unit-new = New unit
unit-add = Add unit
unit-all = The whole organisation
refusal-unit-name-needed = Please write the name of the unit
refusal-unit-name-taken = There is a unit of this name already. Please choose another name.
refusal-unit-below-itself = A unit cannot lie below itself or below a unit that lies below it. Please choose another one.
