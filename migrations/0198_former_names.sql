-- owner: complaint.search
-- rebuild: yes
-- why: what somebody was called before a correction stands in the index as a part of a
--      name, and no longer as a word that anybody finds; subjects in lists are masked by
--      it too, and by numbers and addresses with other gaps.
DELETE FROM search_row WHERE id < 0;
