# 每个人的五个步骤，以及各步骤的进展。

step-account = 账户
step-declaration = 声明身在加拿大
step-address = 地址
step-photo = 照片
step-card = 永久居民卡

status-done = 已完成
status-to-do = 待办
status-waiting = 移民官正在查看
status-cannot-start-yet = 还不能开始
status-problem = 需要您处理

household-approved = 已获批准
household-invited = 已发出邀请
household-waiting-outside = 等待您到达加拿大
household-answered = 已回复邀请
household-active = 正在办理
household-closed = 全部办完：所有卡片都已寄出
household-withdrawn = 申请已经撤回
household-interview = 您需要参加面谈

clock-temporary-password = 临时密码有效至{ $day }
clock-proof-download = 身份证明可下载至{ $day }
clock-card-claim = 请在{ $day }前提供地址和照片

relationship-principal = 主申请人
relationship-spouse = 配偶
relationship-partner = 同居伴侣
relationship-child = 子女
relationship-grandchild = 孙子女或外孙子女
relationship-other = 同一申请的成员

province-ab = 艾伯塔省
province-bc = 不列颠哥伦比亚省
province-mb = 马尼托巴省
province-nb = 新不伦瑞克省
province-nl = 纽芬兰与拉布拉多省
province-ns = 新斯科舍省
province-nt = 西北地区
province-nu = 努纳武特地区
province-on = 安大略省
province-pe = 爱德华王子岛省
province-qc = 魁北克省
province-sk = 萨斯喀彻温省
province-yt = 育空地区
