-- owner: office
-- why: whether a person's invitation is still open is asked on their page, by the person.
CREATE INDEX one_time_link_person ON one_time_link (person, purpose);
