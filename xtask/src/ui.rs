//! Builds the interface: compiled to WebAssembly, bound to JavaScript in this process, with page,
//! style and words beside it. `dist/app` is what the app embeds; `dist/browser` is what the portal
//! serves, named by content and packed beforehand. Nothing is written where nothing changed, so that
//! the app is not built again either.

mod bind;
mod files;
mod pack;
mod page;
mod script;
mod size;
mod texts;

use crate::failure::{Failure, Outcome};
use crate::places;
use clap::Args;
use files::Files;
use page::Pages;
pub(crate) use size::{engine, first_load, print as print_size};
use std::fs;

/// How the interface is built.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Without optimisation: quicker to build, slower to start
    #[arg(long)]
    dev: bool,
    /// The gallery of every part and page, into dist/gallery instead
    #[arg(long, conflicts_with = "pseudo")]
    gallery: bool,
    /// With longer, accented words in place of the English ones, into dist/pseudo instead
    #[arg(long)]
    pseudo: bool,
}

/// Builds and prints the size.
///
/// # Errors
/// The build fails, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Outcome {
    build(options)?;
    if options.gallery {
        println!("the gallery is in {}", places::gallery().display());
        return Ok(());
    }
    print_size(&if options.pseudo { places::pseudo() } else { places::browser_edition() })
}

/// Builds without a word where nothing changed.
///
/// # Errors
/// The build fails, or a file cannot be written.
pub(crate) fn build(options: &Options) -> Outcome {
    if options.gallery {
        return gallery(options.dev);
    }
    let interface = bind::compile(&bind::INTERFACE, options.dev)?;
    let entrance = bind::compile(&bind::ENTRANCE, options.dev)?;
    let examiner = bind::compile(&bind::EXAMINER, options.dev)?;
    let estimator = bind::compile(&bind::ESTIMATOR, options.dev)?;
    let checker = bind::compile(&bind::CHECKER, options.dev)?;
    let pages = Pages::draw()?;
    let mut files = files::beside_the_program()?;
    files.extend(texts::of_every_language(options.pseudo)?);

    let programs = [&interface, &entrance, &examiner, &estimator, &checker];
    let stamp = files::stamp(&files, &programs, pages.source());
    let stamp_file = places::target().join(if options.pseudo {
        "xtask/pseudo.stamp"
    } else {
        "xtask/interface.stamp"
    });
    let (app, browser) = if options.pseudo {
        (None, places::pseudo())
    } else {
        (Some(places::interface()), places::browser_edition())
    };
    let there = browser.join("pages").is_dir()
        && app.as_ref().is_none_or(|app| app.join("index.html").is_file());
    if there && fs::read_to_string(&stamp_file).is_ok_and(|kept| kept == stamp) {
        return Ok(());
    }

    files.extend(bind::bind(&bind::INTERFACE, &interface, options.dev)?);
    if let Some(app) = app {
        let mut files = files.clone();
        let page = pages.of_the_app(&files);
        files.insert("index.html".to_owned(), page.into_bytes());
        // The app examines pictures, judges passwords and checks emails natively.
        let native = ["examiner/", "estimator/", "checker/"];
        files.retain(|name, _| !native.iter().any(|folder| name.starts_with(folder)));
        files::write(&app, &files)?;
    }
    files.extend(bind::bind(&bind::ENTRANCE, &entrance, options.dev)?);
    files.extend(bind::bind(&bind::EXAMINER, &examiner, options.dev)?);
    files.extend(bind::bind(&bind::ESTIMATOR, &estimator, options.dev)?);
    files.extend(bind::bind(&bind::CHECKER, &checker, options.dev)?);
    let hash = files::hash(&files);
    let mut out = Files::new();
    for (name, bytes) in pages.of_browsers(&format!("/files/{hash}/"), &files) {
        out.insert(format!("pages/{name}"), bytes.into_bytes());
    }
    for (name, bytes) in files {
        out.insert(format!("files/{hash}/{name}"), bytes);
    }
    out.extend(pack::packed(&out));
    files::write(&browser, &out)?;
    fs::write(&stamp_file, stamp).map_err(|error| Failure::file("write", &stamp_file, &error))
}

fn gallery(dev: bool) -> Outcome {
    let program = bind::compile(&bind::GALLERY, dev)?;
    let mut files = files::beside_the_program()?;
    files.extend(texts::of_every_language(false)?);
    files.extend(bind::bind(&bind::GALLERY, &program, dev)?);
    let page = Pages::draw()?.of_the_app(&files);
    files.insert("index.html".to_owned(), page.into_bytes());
    files::write(&places::gallery(), &files)
}
