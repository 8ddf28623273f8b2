# The messages about a person, between household and officers.

messages = Messages
messages-go = Read and write messages
messages-unread = { $count ->
    [one] 1 new message from an officer
   *[other] { $count } new messages from officers
}
messages-heading = Messages about { $name }
messages-what-for = Write to the officers here, safely: to answer what they ask, or to tell them what they should know.
messages-not-at-once = An officer reads it, but nobody answers at once. You get an email when there is an answer; it says only that something is here.
messages-empty = No messages yet. You do not have to write: if an officer needs something, it is asked here and you get an email.
messages-closed = No messages can be written any more. You can still read what is here.
message-officer = Officer
message-you = You
message-new = New
message-read = Read by an officer { $when }
message-not-read = Not read yet
message-label = Your message
message-hint = Text only. Never write your password or a code
message-room = { $count ->
    [one] 1 character left
   *[other] { $count } characters left
}
message-room-over = { $count ->
    [one] 1 character too many
   *[other] { $count } characters too many
}
message-send = Send the message
message-sent = The message is sent. You find it above.
