//! What is seen of a page and what is hidden in it, and every way in which it leads somewhere.

use super::*;

fn hidden(html: &str) -> (String, String) {
    let page = read(html);
    (page.visible.trim().to_owned(), page.hidden.trim().to_owned())
}

#[test]
fn what_is_hidden_is_told_from_what_is_seen() {
    for style in [
        "display:none",
        "DISPLAY : None !important",
        "visibility:hidden",
        "opacity:0",
        "opacity:0.01",
        "font-size:0",
        "font-size:1px",
        "color:#fff",
        "color:#FEFEFE",
        "color:white",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "color:#123456;background:#123456",
        "background-color:rgb(18, 52, 86);color:#123457",
        "max-height:0;overflow:hidden",
        "width:0px;height:0px;overflow:hidden",
        "position:absolute;left:-9999px",
        "text-indent:-5000px",
        "mso-hide:all",
        "clip:rect(0,0,0,0);position:absolute",
        "transform:scale(0)",
    ] {
        let html = format!("<p>Seen</p><div style=\"{style}\">Not <b>at all</b></div>");
        assert_eq!(hidden(&html), ("Seen".into(), "Not at all".into()), "{style}");
    }
    for style in [
        "display:block",
        "font-size:12px",
        "color:#333",
        "color:white;background:#26374a",
        "opacity:0.9",
        "max-height:0",
        "text-indent:2em",
    ] {
        let html = format!("<div style=\"{style}\">Seen</div>");
        assert_eq!(hidden(&html), ("Seen".into(), String::new()), "{style}");
    }
    let html = "<div hidden>one</div><font color=white>two</font><template>x</template>three";
    assert_eq!(hidden(html), ("three".into(), "one\ntwo".into()));
}

#[test]
fn a_style_sheet_hides_as_well_and_children_may_be_seen_again() {
    let html = "<style>/* a */ .x, p.y { display: none } #z{font-size:0} @media print {.w{display:none}}</style>\
        <p class='a x'>one</p><p class=y>two</p><div class=y>three</div>\
        <div id=z>four<span style='font-size:16px'>five</span></div><p class=w>six</p>";
    let (seen, unseen) = hidden(html);
    assert_eq!(seen.split_whitespace().collect::<Vec<_>>(), ["three", "five", "six"]);
    assert_eq!(unseen.split_whitespace().collect::<Vec<_>>(), ["one", "two", "four"]);
}

#[test]
fn elements_that_end_by_themselves_hide_no_more_than_they_hold() {
    let html = "<p style='display:none'>one<p>two<ul><li style='display:none'>three<li>four</ul>\
        <table><tr><td style='display:none'>five<td>six</table>";
    let (seen, unseen) = hidden(html);
    assert_eq!(seen.split_whitespace().collect::<Vec<_>>(), ["two", "four", "six"]);
    assert_eq!(unseen.split_whitespace().collect::<Vec<_>>(), ["one", "three", "five"]);
}

#[test]
fn links_are_found_wherever_they_are() {
    let html = "<head><base href='https://b.example/d/'><title>t https://t.example/x</title></head>\
        <a href='x'> One <b>two</b></a><map><area href='https://area.example/'></map>\
        <form action='https://form.example/'><input name=a></form>\
        <meta http-equiv=Refresh content='0; URL=https://meta.example/'>\
        <svg><a xlink:href='https://svg.example/'>s</a></svg> https://text.example/\
        <img src='https://img.example/1.gif'><div style='background:url(https://css.example/a)'>\
        <!-- <a href='https://comment.example/'> --> <script>'https://script.example/'</script>";
    let page = read(html);
    let addresses: Vec<&str> = page.links.iter().map(|link| link.address.as_str()).collect();
    assert_eq!(
        addresses,
        [
            "https://b.example/d/x",
            "https://area.example/",
            "https://form.example/",
            "https://meta.example/",
            "https://svg.example/",
            "https://text.example/",
        ]
    );
    assert_eq!(page.links[0].shown, "One two");
    assert_eq!(page.pictures, ["img.example", "css.example"]);
    assert!(page.asks && page.active);
}

#[test]
fn depth_and_length_are_bounded() {
    assert!(read(&"<div>".repeat(100_000)).cut);
    assert!(read(&"x".repeat(MOST_TEXT + 10)).visible.len() > 1000);
    assert!(read(&"<a href=https://a.example/>x</a>".repeat(1000)).links.len() == 1);
}
