# What is being written and has not been sent.
composing-saved = 已暫存：{ $at }
composing-local = 已暫存在此裝置
