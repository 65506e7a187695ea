# The page of API tokens.
office-tokens = Programs and tokens
office-lead-tokens = A token lets a program act for a person, with at most the rights of that person.
field-token-name = What it is for
field-token-name-hint = For example the name of the program. Later it tells whether the token is still needed.
field-token-scope = What it may do
token-scope-all = Everything that the person may do
token-scope-receive = Receive complaints, nothing else
token-scope-read = Read, nothing else
token-since = Made on
token-revoke = End token
token-new = New token
token-make = Make token
token-fresh = The new token
token-once = It is shown only now. Please copy it to where the program keeps its secrets.
tokens-none = No program has a token.
refusal-token-name-needed = Please write what the token is for
refusal-no-such-person = This person cannot be found among those who can sign in. Please choose another one.
