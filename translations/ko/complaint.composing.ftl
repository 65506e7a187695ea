# What is being written and has not been sent.
composing-saved = 저장됨: { $at }
composing-local = 이 기기에 저장됨
