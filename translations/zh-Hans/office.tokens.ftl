# The page of API tokens.
office-tokens = 程序与令牌
office-lead-tokens = 持有令牌的程序可代表某人操作，权限以该人为限。
field-token-name = 用途
field-token-name-hint = 例如程序名称，日后可据以判断是否仍需要。
field-token-scope = 可执行的事项
token-scope-all = 该人可做的一切
token-scope-receive = 仅登记投诉
token-scope-read = 仅供读取
token-since = 创建时间
token-revoke = 作废令牌
token-new = 新令牌
token-make = 创建令牌
token-fresh = 新的令牌
token-once = 只在此刻显示，请复制到程序保存机密的位置。
tokens-none = 目前没有任何程序持有令牌。
refusal-token-name-needed = 请填写令牌的用途
refusal-no-such-person = 可登录人员中没有此人，请改选他人。
