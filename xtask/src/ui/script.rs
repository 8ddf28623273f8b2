//! The scripts around a program as they are shipped: without comments and indentation, and without
//! those that nothing imports. Never changes what a script does: one whose lines could be text is
//! left as it is.

use super::files::Files;

/// Where wasm-bindgen puts what crates bring along.
const SNIPPETS: &str = "snippets/";

/// The files of a program, its scripts lean.
pub(super) fn lean(files: Files, program: &str) -> Files {
    let script = files.get(program).map(Vec::as_slice).unwrap_or_default();
    let script = String::from_utf8_lossy(script).into_owned();
    let kept = files
        .into_iter()
        .filter(|(name, _)| !name.starts_with(SNIPPETS) || script.contains(&format!("./{name}'")));
    kept.map(|(name, bytes)| {
        let lean = name.ends_with(".js").then(|| String::from_utf8(bytes.clone()).ok()).flatten();
        let lean = lean.and_then(|source| without_comments(&source));
        (name, lean.map_or(bytes, String::into_bytes))
    })
    .collect()
}

/// A script without the comments that have lines of their own, and without indentation. Nothing
/// where a text goes over more than one line.
fn without_comments(source: &str) -> Option<String> {
    let mut bare = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.contains("*/");
            // What stands behind the end of a comment is no comment.
            if !in_comment && !line.ends_with("*/") {
                return None;
            }
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if line.matches('`').count() % 2 != 0 || line.ends_with('\\') {
            return None;
        }
        bare.push_str(line);
        bare.push('\n');
    }
    Some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_its_comments_and_its_indentation() {
        let script = "/* x */\n/**\n * @param {a} b\n */\nfunction f() {\n    // why\n    return `a ${1} // b`; // c\n}\n";
        let bare = without_comments(script).unwrap();
        assert_eq!(bare, "function f() {\nreturn `a ${1} // b`; // c\n}\n");
    }

    #[test]
    fn a_script_with_a_text_over_several_lines_is_left_as_it_is() {
        assert_eq!(without_comments("let a = `one\n    two`;\n"), None);
        assert_eq!(without_comments("let a = 'one \\\n    two';\n"), None);
        assert_eq!(without_comments("/* a */ let b = 1;\n"), None);
    }

    #[test]
    fn a_snippet_that_nothing_imports_is_not_shipped() {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let files = Files::from([
            file("ui.js", "import { a } from './snippets/x/a.js';\n"),
            file("ui_bg.wasm", "//"),
            file("snippets/x/a.js", "// a\nlet a;\n"),
            file("snippets/x/b.js", "let b;\n"),
        ]);
        let lean = lean(files, "ui.js");
        assert_eq!(lean.keys().collect::<Vec<_>>(), ["snippets/x/a.js", "ui.js", "ui_bg.wasm"]);
        assert_eq!(lean["snippets/x/a.js"], b"let a;\n");
        assert_eq!(lean["ui_bg.wasm"], b"//");
    }
}
