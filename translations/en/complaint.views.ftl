# Saved views
slice-complaint-views = Saved views
views = Saved views
views-save = Save this list
views-save-do = Save
views-name = Name
views-share = Colleagues see it too
views-shared = Shared
views-change = Change
views-delete = Delete this view
views-deleted = The view is deleted.
views-theirs = Shared by colleagues
views-none = No list is saved yet. Open a list, filter or search it, and choose “Save this list”.
views-problem = Please give the view a name of at most { $max } characters. One person keeps at most fifty views.
refusal-views-too-many = You have { $max } saved views already. Please delete one that you do not need any more.
