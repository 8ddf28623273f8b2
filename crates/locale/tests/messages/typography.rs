//! The signs and the tone of each language. A rule names what is wrong, and its message says why.

use crate::source::catalogue;
use contract::Language;

/// Every message of a language with its text; what is filled in stands there as `…`.
fn texts(language: Language) -> impl Iterator<Item = (String, String)> {
    catalogue(language).into_iter().map(|(id, message)| (id, message.text))
}

#[test]
fn nothing_shouts_begs_or_blames() {
    // Chinese 请 is not here: without it an instruction there is an order.
    let tone = [
        "!",
        "！",
        "please",
        "oops",
        "sorry",
        "successfully",
        "invalid",
        "veuillez",
        "svp",
        "s’il vous plaît",
        "désolé",
        "avec succès",
        "invalide",
        "成功",
        "无效",
        "非法",
        "抱歉",
        "糟糕",
    ];
    for language in Language::ALL {
        for (id, text) in texts(language) {
            let text = text.to_lowercase();
            for word in tone {
                assert!(!text.contains(word), "{id} ({}): {word}", language.tag());
            }
        }
    }
}

#[test]
fn no_language_doubles_spaces_or_builds_signs_from_others() {
    for language in Language::ALL {
        for (id, text) in texts(language) {
            for wrong in ["  ", "...", " -- ", "'", "\"", "\t"] {
                assert!(!text.contains(wrong), "{id} ({}): {wrong:?}", language.tag());
            }
            assert_eq!(text.trim(), text, "{id} ({}): a space at an end", language.tag());
        }
    }
}

#[test]
fn a_number_and_its_unit_stay_on_one_line() {
    for language in Language::ALL {
        for (id, text) in texts(language) {
            for unit in ["mm", "MB", "KB", "Mo", "Ko", "px", "%"] {
                for (at, _) in text.match_indices(&format!(" {unit}")) {
                    let number = text[..at].chars().next_back();
                    let number = number.is_some_and(|c| c.is_ascii_digit() || c == '…');
                    assert!(!number, "{id} ({}): a space that breaks: {text}", language.tag());
                }
            }
        }
    }
}

#[test]
fn english_is_set_with_its_own_signs() {
    for (id, text) in texts(Language::English) {
        for wrong in [" %", "«", "»", " :", " ;", " ?", "e-mail", "log in", "login", "percent "] {
            assert!(!text.to_lowercase().contains(wrong), "{id}: {wrong}");
        }
    }
}

#[test]
fn french_is_set_with_its_own_signs() {
    for (id, text) in texts(Language::French) {
        for (wrong, why) in [
            ("“", "quotation marks are « »"),
            (" :", "the space before a colon does not break"),
            ("« ", "the space after « does not break"),
            (" »", "the space before » does not break"),
            (" ;", "no space before a semicolon in Canadian French"),
            ("\u{a0};", "no space before a semicolon in Canadian French"),
            (" ?", "no space before a question mark in Canadian French"),
            ("\u{a0}?", "no space before a question mark in Canadian French"),
            (" %", "the space before a per cent sign does not break"),
            ("email", "courriel in Canada"),
            ("e-mail", "courriel in Canada"),
            ("selfie", "égoportrait in Canada"),
        ] {
            assert!(!text.to_lowercase().contains(wrong), "{id}: {why}: {text}");
        }
        for (i, _) in text.match_indices('«') {
            assert!(text[i..].starts_with("«\u{a0}"), "{id}: no space after «: {text}");
        }
        for sign in [':', '»', '%'] {
            // An address of the web begins with a colon of its own.
            let text = text.replace("://", "");
            for (i, _) in text.match_indices(sign) {
                assert!(text[..i].ends_with('\u{a0}'), "{id}: no space before {sign}: {text}");
            }
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_chinese_sign(c: char) -> bool {
    matches!(c, '、' | '。' | '，' | '：' | '；' | '？' | '（' | '）' | '“' | '”' | '《' | '》')
}

/// One rule for spaces: none beside a Chinese character or sign, whatever stands on the other side.
/// The gap between scripts is the style sheet's (`text-autospace`), so it is the same around what
/// is filled in. Latin words and numbers among themselves keep their spaces.
#[test]
fn chinese_is_set_with_its_own_signs() {
    for (id, text) in texts(Language::SimplifiedChinese) {
        let signs: Vec<char> = text.chars().collect();
        for pair in signs.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            let chinese = |c| is_han(c) || is_chinese_sign(c);
            let space = |c: char| c == ' ' || c == '\u{a0}';
            assert!(
                !(space(before) && chinese(after) || chinese(before) && space(after)),
                "{id}: no space beside Chinese: {text}"
            );
            assert!(
                !(is_han(before) && ",.:;?()".contains(after)
                    || "(,:;?".contains(before) && is_han(after)),
                "{id}: Chinese signs are full-width: {text}"
            );
        }
        for wrong in ["（ ", "「", "」", "　", "～", "０", "１"] {
            assert!(!text.contains(wrong), "{id}: {wrong}");
        }
    }
}

#[test]
fn chinese_addresses_its_reader_with_respect_and_spells_right() {
    for (id, text) in texts(Language::SimplifiedChinese) {
        for (wrong, why) in [
            ("你", "您"),
            ("登陆", "登录"),
            ("帐", "账户"),
            ("枫叶卡）卡", "永久居民卡"),
            ("电邮", "电子邮件"),
            ("郵", "simplified characters"),
            ("請", "simplified characters"),
        ] {
            assert!(!text.contains(wrong), "{id}: {wrong}, but {why}: {text}");
        }
        let words = text.chars().any(|c| is_han(c) || c.is_ascii_alphanumeric() || c == '…');
        assert!(words, "{id} says nothing");
    }
}

/// What stays in Latin letters in Chinese: names, formats, examples, the subject of the mail.
#[test]
fn nothing_was_left_in_english_in_chinese() {
    let known = [
        "landed",
        "uci",
        "jpeg",
        "png",
        "gif",
        "webp",
        "heic",
        "avif",
        "tiff",
        "bmp",
        "pdf",
        "eml",
        "svg",
        "cmyk",
        "rgb",
        "zip",
        "kb",
        "mb",
        "po",
        "box",
        "rr",
        "gd",
        "k7mp",
        "2xqd",
        "9rtw",
        "name",
        "example",
        "org",
        "k1a",
        "0b1",
        "cic",
        "gc",
        "ca",
        "ircc",
        "permanent",
        "residence",
        "portal",
        "pr",
        "confirmation",
        "javascript",
        "tab",
        "shift",
        "https",
        "www",
        "canada",
    ];
    for (id, text) in texts(Language::SimplifiedChinese) {
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            let word = word.to_lowercase();
            let letters = word.chars().any(|c| c.is_ascii_alphabetic());
            assert!(!letters || known.contains(&word.as_str()), "{id}: {word}");
        }
    }
}
