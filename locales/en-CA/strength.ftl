# What is said of a new password while it is typed: a verdict, then at most two lines that say what
# would make it harder to guess. Short, so that nothing moves on a phone.

strength-easy = Too easy to guess
strength-nearly = Nearly hard enough to guess
strength-hard = Hard to guess

strength-common-password = Choose another one. Many people use this one.
strength-like-common-password = Change more of it. It is close to a common password.
strength-own-words = Leave out your names and words of this service.
strength-single-word = Add words. One word by itself is guessed fast.
strength-names = Add words that are no names.
strength-dates = Leave out dates.
strength-years = Leave out years.
strength-keyboard-row = Leave out keys that lie in a row.
strength-keyboard-pattern = Leave out patterns of keys.
strength-repeated-characters = Leave out repeated characters, like “aaa”.
strength-repeated-parts = Leave out repeated parts, like “abcabc”.
strength-sequences = Leave out sequences, like “abc” or “6543”.
strength-capitals = Add words rather than capitals.
strength-reversed = Do not rely on words written backwards.
strength-substitutions = Do not rely on signs in place of letters.
strength-longer-keyboard-pattern = Make the pattern of keys longer, with more turns.
strength-few-words = Use four or five words that nobody expects together.
strength-no-symbols-needed = Digits, signs and capitals are not needed.
strength-more-words = Add another word or two.
