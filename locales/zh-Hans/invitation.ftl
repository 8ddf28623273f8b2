# 邀请：用邀请码打开，为全家回复，逐个确认电子邮箱。

open-heading = 您的邀请码是什么？
open-lead = 邀请码在邀请邮件里。由主申请人为申请中的每个人回复。
open-invitation = 打开邀请
open-code = 邀请码
open-code-hint = 邮件中的12位字母和数字，如K7MP‑2XQD‑9RTW。可以粘贴
open-no-code = 没有邀请码，或邀请码已失效
open-first = 请先用邀请码打开邀请。

again-heading = 受邀请的是谁？
again-lead = 邀请会重新发到档案中的电子邮箱，并附上新的邀请码。旧邀请码随即失效。
again-send = 重新发送邀请
again-sent-heading = 请查看您的邮箱
again-sent-lead = 如果这些信息与某份邀请相符，邀请已发往档案中的电子邮箱。
again-sent-other = 如果没有收到，档案中可能是另一个邮箱。请写信到联系邮箱。
sent-again = 修改后再发一次

answer-heading = 您怎样回复邀请？
answer-lead = 您为申请中的每个人回复，截止日期是{ $day }。账户开设之前，您可以修改回答。
answer-lead-waiting = 您为申请中的每个人回复。账户开设之前，您可以修改回答。
answer-in-canada = 您现在在加拿大吗？
answer-in-canada-hint = 这里只问您本人，即主申请人
answer-in-canada-yes = 是，我在加拿大
answer-in-canada-no = 不，还没有到
answer-in-canada-no-then = 邀请会为您保留。到加拿大后，请用同一个邀请码再次回复
answer-email-me = 您的电子邮箱
answer-email-me-hint = 用户名和临时密码会发到这里。应当只有您能看到
answer-email = 电子邮箱
answer-email-own-hint = 开设账户时需要：{ $name }的用户名和临时密码会发到这里
answer-email-other-hint = 如果有，请填写。一家人可以共用邮箱
answer-own = { $name }使用自己的账户
answer-own-then = 之后只有{ $name }能查看和办理自己的步骤
own-means-heading = 使用自己的账户意味着什么
own-means-self = 使用自己账户的成年人，自己登录，自己办理每一步。
own-means-unseen = 从对方首次登录起，您不再看到其地址、照片、步骤和消息，只看到对方使用自己的账户。您为其准备的内容会从您的设备上删除。
own-means-else = 没有自己账户的成年人，由您用您的账户代为办理，与子女相同。
own-means-later = 以后也可以申请。

check-heading = 这些回答正确吗？
check-lead = 每个邮箱会收到一个验证码。邮箱确认之前，不会向它发送其他内容。
check-lead-outside = 在您从加拿大再次回复之前，不会发送任何邮件，也不会开设账户。
check-send = { $count ->
   *[other] 发送回答和验证码
}
check-send-outside = 告知我还没有到加拿大
check-later = 邮箱写错了？下一页还可以更改。
check-no-email = 没有电子邮箱
check-own = 使用自己的账户
check-no-own = 由您用您的账户代为办理
check-incomplete = 请返回您的回答。其中有缺失或改动的内容。
check-go-back = 返回我的回答

outside-heading = 邀请会为您保留
outside-lead = 到加拿大后，请用同一个邀请码再次回复。在此之前，邀请码一直有效。
outside-keep = 请保存写有邀请码的邮件。
outside-nothing = 在此之前，不会向您发送任何邮件，也不会开设账户。
outside-again = 到加拿大后，用邀请码打开邀请，再次回复。
outside-here-now = 我现在已在加拿大

codes-heading = 邮件中的验证码是什么？
codes-lead = { $count ->
    [one] 6位数字的验证码已发到这个邮箱。请在这里输入或粘贴。
   *[other] 6位数字的验证码已发到这些邮箱。请先输入已收到的，其余可以稍后再填。
}
codes-code = 邮件中的验证码
codes-code-hint = 6位数字。可以粘贴
codes-code-of = 发到{ $email }的验证码
codes-until = 用于：{ $names }。6位数字，有效期到{ $when }为止
codes-ended = 用于：{ $names }。请申请新的验证码
codes-is-confirmed = 已确认，用于：{ $names }
codes-confirmed = 邮箱已确认。
codes-tries = { $tries ->
   *[other] 这个验证码还可以输入{ $tries }次。
}
codes-used-up = 请申请新的验证码。这个验证码输错的次数过多。
codes-another = 发送新的验证码
codes-another-sent = 新的验证码已发往{ $email }。旧的随即失效。
codes-confirm = { $count ->
   *[other] 确认电子邮箱
}
codes-not-here-heading = 没有收到验证码？
codes-junk = 请查看垃圾邮件文件夹，最多等一小时。
codes-mistyped = 如果邮箱写错了：
codes-mistyped-go = 更改邮箱
codes-elsewhere = 如果这个邮箱由别人查看，对方可以在自己的设备上确认：
codes-nothing = 请先回复邀请，然后每个邮箱会收到一个验证码。
codes-next-open = 确认您自己的邮箱，随后即开设账户。
codes-next-mail = 请查收写有用户名和临时密码的邮件。临时密码有效{ $days }天。
codes-next-others = 使用自己账户的每个人，在其邮箱确认后，会收到单独的邮件。
codes-next-sign-in = 用出生日期和客户编号（UCI）首次登录，并设置您自己的密码。
opened-heading = 您的账户已开设
opened-title = 您的邮箱已确认
opened-text = 您的用户名和临时密码正发往{ $email }。
opened-look = 请查收这封邮件，最多可能要等一小时。
opened-first = 请在{ $days }天内首次登录，并设置自己的密码。

confirm-heading = 您要确认哪个电子邮箱？
confirm-lead = 验证码已发到这个邮箱。能查看邮箱的人在这里输入验证码，用任何设备都可以。
confirm-email-hint = 收到验证码的那个邮箱
confirm-send = 确认邮箱
confirm-new-code = 提供这个邮箱的人可以通过邀请或自己的账户申请新的验证码：
confirm-done-heading = 邮箱已确认
confirm-done-lead = 今后，有关申请的邮件可以发到{ $email }。
confirm-done-account = 如果有账户使用这个邮箱，请查收写有用户名和临时密码的邮件。
email-address = 电子邮箱
