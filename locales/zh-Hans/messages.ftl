# 家庭与移民官之间关于某个人的消息。

messages = 消息
messages-go = 查看和发送消息
messages-unread = { $count ->
   *[other] 移民官发来{ $count }条新消息
}
messages-heading = 关于{ $name }的消息
messages-what-for = 您可以在这里安全地写给移民官：回答他们的询问，或告诉他们需要知道的事。
messages-not-at-once = 移民官会看，但不会马上回复。有回复时您会收到电子邮件，邮件里只说这里有新内容。
messages-empty = 还没有消息。您不必主动写：移民官需要什么，会在这里询问，您也会收到电子邮件。
messages-closed = 不能再发送消息。已有的消息仍可查看。
message-officer = 移民官
message-you = 您
message-new = 新
message-read = 移民官已于{ $when }阅读
message-not-read = 尚未阅读
message-label = 您的消息
message-hint = 只能写文字。不要写密码或验证码
message-room = { $count ->
   *[other] 还可以写{ $count }个字符
}
message-room-over = { $count ->
   *[other] 超出{ $count }个字符
}
message-send = 发送消息
message-sent = 消息已发送，您可以在上面看到。
