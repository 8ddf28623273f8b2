# 给顾问看的摘要。

door-summary = 给顾问的摘要
door-summary-text = 名字、步骤和日期，可以打印或保存，交给为您出主意的人。
summary-heading = 给顾问的摘要
summary-lead = 请把它交给为您出主意的顾问、律师或亲友，不要把密码告诉他们。
summary-shows = 其中有名字、各个步骤、进展和日期。
summary-never = 其中绝没有姓氏、编号、地址、照片或消息。
summary-representative = 顾问绝不能以您的名义登录，也不能替您声明身在加拿大。
summary-title = 确认永久居留身份：目前进展
summary-about = 申请人自己制作、给顾问看的摘要。它不是官方文件，不能证明任何事。
summary-resident = 自{ $day }起成为永久居民
summary-step = 步骤
summary-status = 进展
summary-day = 日期
summary-problem = 需要申请人处理
