# 输入新密码时的提示。

strength-easy = 太容易猜到
strength-nearly = 还差一点，就够难猜了
strength-hard = 很难猜到

strength-common-password = 请换一个。很多人都用这个密码。
strength-like-common-password = 请多改一些。它与常见的密码很像。
strength-own-words = 请不要用您的姓名、用户名和本服务的用词。
strength-single-word = 请再加几个词。单独一个词很快就会被猜到。
strength-names = 请加上不是人名的词。
strength-dates = 请不要用日期。
strength-years = 请不要用年份。
strength-keyboard-row = 请不要用键盘上连成一排的键。
strength-keyboard-pattern = 请不要用键盘上的简单图形。
strength-repeated-characters = 请不要重复同一个字符，例如“1111”。
strength-repeated-parts = 请不要重复同一段，例如“123123”。
strength-sequences = 请不要用连续的字母或数字，例如“1234”或“6543”。
strength-capitals = 请多加几个词，大写字母帮助不大。
strength-reversed = 请不要依靠倒着写的词。
strength-substitutions = 请不要依靠用符号代替字母。
strength-longer-keyboard-pattern = 请让键盘上的图形更长、转折更多。
strength-few-words = 请用几个互不相关的词。
strength-no-symbols-needed = 不需要数字、符号或大写字母。
strength-more-words = 请再加一两个词。
