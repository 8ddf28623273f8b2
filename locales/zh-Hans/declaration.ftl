# 声明身在加拿大。

declaration-heading = 您在加拿大吗？
declaration-lead = 只有身在加拿大境内的人，才能确认永久居留身份。请勾选此刻在加拿大的每一个人。
declaration-offline = 请先连接网络，再作声明。声明必须在情况属实的那一刻作出，所以不会留到以后发送。您的勾选会保留。
declaration-all-done = 没有别的事要做：您代办的每个人都已声明身在加拿大。
declaration-who = 现在谁在加拿大？
declaration-who-hint = 每人勾选一次。不在加拿大的人不要勾选；等他们到了加拿大，您可以再为他们声明。
declaration-i-am = 我现在在加拿大
declaration-they-are = 现在在加拿大
statement-heading = 您声明的内容
statement-present = 在我发送本声明时，我勾选的每个人都身在加拿大境内。
statement-each = 我为自己，或为由我的账户代办的家庭成员作出声明。
statement-true = 我声明的内容属实。我知道虚假声明可能导致失去永久居留身份。
statement-version = 文本版本{ $version }
declaration-stay-title = 在永久居民身份证明签发之前，不要离开加拿大
declaration-stay-text = 仅凭这份声明，还不会成为永久居民。没有身份证明，离境后可能无法返回。
declaration-representative = 只有您本人可以声明。即使您同意，代理人也不能替您声明。
declaration-act = { $who ->
    [me] 声明我在加拿大
    [us] 声明我们在加拿大
   *[them] { $count ->
        [1] 声明{ $names }在加拿大
       *[other] 声明他们在加拿大
    }
}
declaring = 正在声明……
declaration-done-heading = 声明已提交
declaration-done-proof = 移民官会查看声明，并签发永久居民身份证明。证明上写明每个人从哪一天起是永久居民。
declaration-done-mail = 证明签发后，您会收到电子邮件。在“您的家庭”随时可以看到最新进展。
declaration-done-meanwhile = 在此期间，请填写地址、添加照片。
