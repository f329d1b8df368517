//! What other programs need to recalculate a workbook.

use std::io::Write;
use std::process::Command;
use std::time::Instant;

/// Recalculates the workbook in each of them and says how long that took.
pub(crate) fn recalculate(bytes: &[u8]) {
    ironcalc(bytes);
    formualizer(bytes);
    libreoffice(bytes);
}

fn ironcalc(bytes: &[u8]) {
    let start = Instant::now();
    let workbook = ironcalc::import::load_from_xlsx_bytes(bytes, "book", "en", "UTC").expect("a workbook");
    let mut model = ironcalc::base::Model::from_workbook(workbook, "en").expect("a model");
    let loaded = start.elapsed();
    model.evaluate();
    say(&format!("IronCalc: load {loaded:.2?}, recalculate {:.2?}", start.elapsed() - loaded));
}

/// Its Python package, where that is installed, with the word on the checks that it comes to.
fn formualizer(bytes: &[u8]) {
    const SCRIPT: &str = "
import sys, time, formualizer
start = time.time()
book = formualizer.load_workbook(sys.argv[1])
loaded = time.time()
book.evaluate_all()
done = time.time()
word = book.evaluate_cell('About', 2, 2)
print(f'load {loaded - start:.2f}s, recalculate {done - loaded:.2f}s, {word}')";
    let folder = tempfile::tempdir().expect("a folder for a while");
    let book = folder.path().join("result.xlsx");
    std::fs::write(&book, bytes).expect("a workbook");
    match Command::new("python3").args(["-c", SCRIPT]).arg(&book).output() {
        Ok(ran) if ran.status.success() => {
            say(&format!("Formualizer: {}", String::from_utf8_lossy(&ran.stdout).trim()));
        }
        Ok(ran) => say(&format!("Formualizer cannot: {}", String::from_utf8_lossy(&ran.stderr).trim())),
        Err(_) => say("Formualizer is not installed: `pip install formualizer`"),
    }
}

/// The whole process, start and saving included.
fn libreoffice(bytes: &[u8]) {
    const PROFILE: &str = r#"<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"#;
    let folder = tempfile::tempdir().expect("a folder for a while");
    let user = folder.path().join("profile/user");
    std::fs::create_dir_all(&user).expect("a folder for the profile");
    std::fs::write(user.join("registrymodifications.xcu"), PROFILE).expect("the profile");
    let book = folder.path().join("result.xlsx");
    std::fs::write(&book, bytes).expect("a workbook");
    let start = Instant::now();
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(folder.path().join("out"))
        .arg(&book)
        .output();
    match ran {
        Ok(_) => say(&format!("LibreOffice: start, load, recalculate, save {:.2?}", start.elapsed())),
        Err(_) => say("LibreOffice is not installed"),
    }
}

/// Says it beside the figures of the bench.
pub(crate) fn say(words: &str) {
    writeln!(std::io::stderr(), "{words}").expect("somewhere to say it");
}
