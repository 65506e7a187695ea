# What is being written and has not been sent.
composing-saved = 已暂存：{ $at }
composing-local = 已暂存在本设备上
