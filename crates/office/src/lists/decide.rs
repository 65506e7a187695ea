//! Pure decisions about the lists: order and offer, words, a new term.

use redress_kernel::{
    Lang, Refusal,
    fields::{Field, Fields, Kind},
    terms::{List, OWN_MAX, Term, Terms, is_code},
    words::Arg,
};
use redress_web::Words;

pub const WORD_MAX: usize = 80;

pub const CODE: Field = Field::new("term-code", Kind::Line(30)).required().hinted();
pub const SUM: Field = Field::new("term-sum", Kind::Tick);

/// The field of a word in this language.
pub fn word_name(lang: Lang) -> String {
    format!("word-{}", lang.tag())
}

/// A number for the place and a tick for the offer, for each term that is there.
/// Equal numbers keep the order that they had.
pub fn reordered(terms: &Terms, list: List, typed: &Fields) -> Result<Terms, Refusal> {
    let offered = typed.all("offered");
    let mut all: Vec<(i64, Term)> = Vec::new();
    for (at, mut term) in terms.all(list).into_iter().enumerate() {
        let place = typed.number(&format!("place-{}", term.code));
        term.retired = !offered.contains(&term.code);
        all.push((place.unwrap_or(at as i64 + 1), term));
    }
    all.sort_by_key(|(place, _)| *place);
    let all: Vec<Term> = all.into_iter().map(|(_, term)| term).collect();
    if all.iter().all(|term| term.retired) {
        return Err(Refusal::new("list-empty"));
    }
    Ok(kept(terms, list, all))
}

/// Own words of one term; a language left empty has none. An own term keeps one at least.
pub fn worded(terms: &Terms, list: List, code: &str, typed: &Fields) -> Result<Terms, Refusal> {
    let mut all = terms.all(list);
    let Some(term) = all.iter_mut().find(|term| term.code == code) else {
        return Err(Refusal::new("no-such-term"));
    };
    term.words = words(typed)?;
    if !list.is_default(code) {
        term.sum = typed.ticked(SUM.name);
        if term.words.is_empty() {
            return Err(Refusal::new("term-needs-word").at("word"));
        }
    }
    Ok(kept(terms, list, all))
}

/// A term of our own. Its code is for programs and for ever; it must not be the
/// key of any text, or that text would stand in its place.
pub fn added(terms: &Terms, list: List, typed: &Fields) -> Result<Terms, Refusal> {
    let code = typed.text(CODE.name).to_lowercase();
    let key = format!("{}-{code}", list.prefix());
    if !is_code(&code) || code.ends_with("-hint") {
        return Err(Refusal::new("term-code-shape").at(CODE.name));
    }
    if terms.knows(list, &code) || Words::embedded().has(Lang::En, &key) {
        return Err(Refusal::new("term-code-taken").at(CODE.name));
    }
    let mut all = terms.all(list);
    let own = all.iter().filter(|term| !list.is_default(&term.code));
    if own.count() >= OWN_MAX {
        return Err(Refusal::new("terms-too-many").with("max", OWN_MAX));
    }
    let words = words(typed)?;
    if words.is_empty() {
        return Err(Refusal::new("term-needs-word").at("word"));
    }
    all.push(Term {
        code,
        words,
        retired: false,
        sum: list == List::Remedies && typed.ticked(SUM.name),
    });
    Ok(kept(terms, list, all))
}

/// The whole list anew, by the same steps that the page takes one by one: new terms,
/// words, order and offer. A term that is left out would make earlier complaints
/// unreadable: it is retired instead.
pub fn replaced(terms: &Terms, list: List, given: Vec<Term>) -> Result<Terms, Refusal> {
    let of = |code: &str| given.iter().filter(|term| term.code == code).count();
    if let Some(code) = given
        .iter()
        .map(|term| &term.code)
        .find(|code| of(code) > 1)
    {
        return Err(refused_of(Refusal::new("term-twice"), code));
    }
    if let Some(left_out) = terms.all(list).iter().find(|term| of(&term.code) == 0) {
        return Err(refused_of(Refusal::new("term-left-out"), &left_out.code));
    }
    let mut all = terms.clone();
    for term in &given {
        let typed = as_typed(term);
        all = match all.knows(list, &term.code) {
            true => worded(&all, list, &term.code, &typed)?,
            false => added(&all, list, &typed)?,
        };
    }
    let mut order = Fields::default();
    for (at, term) in given.iter().enumerate() {
        order.put(&format!("place-{}", term.code), (at + 1).to_string());
        if !term.retired {
            order.put("offered", term.code.as_str());
        }
    }
    reordered(&all, list, &order)
}

fn refused_of(refusal: Refusal, code: &str) -> Refusal {
    refusal
        .with("code", Arg::Latin(code.to_owned()))
        .at("items")
}

/// A term as the page's forms would send it.
pub fn as_typed(term: &Term) -> Fields {
    let mut fields = Fields::default();
    fields.put(CODE.name, term.code.as_str());
    for (lang, word) in &term.words {
        fields.put(&word_name(*lang), word.as_str());
    }
    if term.sum {
        fields.put(SUM.name, "1");
    }
    fields
}

fn words(typed: &Fields) -> Result<std::collections::BTreeMap<Lang, String>, Refusal> {
    let mut words = std::collections::BTreeMap::new();
    for lang in Lang::ALL {
        let word = typed.text(&word_name(lang));
        if word.chars().count() > WORD_MAX {
            return Err(Refusal::new("term-word-long")
                .with("max", WORD_MAX)
                .at("word"));
        }
        if !word.is_empty() {
            words.insert(lang, word);
        }
    }
    Ok(words)
}

/// A list that says nothing of its own is the default list again.
fn kept(terms: &Terms, list: List, all: Vec<Term>) -> Terms {
    let plain: Vec<Term> = list.defaults().iter().map(|code| Term::of(code)).collect();
    let all = if all == plain { Vec::new() } else { all };
    terms.clone().with(list, all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(
            pairs
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned())),
        )
    }

    /// The form as it is shown: every place in order, everything offered.
    fn shown(terms: &Terms, list: List) -> Fields {
        let mut fields = Fields::default();
        for (at, term) in terms.all(list).iter().enumerate() {
            fields.put(&format!("place-{}", term.code), (at + 1).to_string());
            if !term.retired {
                fields.put("offered", term.code.as_str());
            }
        }
        fields
    }

    #[test]
    fn what_is_shown_and_sent_back_changes_nothing() {
        let terms = Terms::default();
        let same = reordered(&terms, List::Remedies, &shown(&terms, List::Remedies)).unwrap();
        assert_eq!(same, terms);
    }

    #[test]
    fn a_term_moves_by_its_number_and_is_retired_by_its_tick() {
        let terms = Terms::default();
        let mut fields = shown(&terms, List::Remedies);
        fields.take("place-17");
        fields.put("place-17", "۰");
        let offered = fields.take("offered");
        for code in offered.iter().filter(|code| *code != "07") {
            fields.put("offered", code.as_str());
        }
        let changed = reordered(&terms, List::Remedies, &fields).unwrap();
        let codes = changed.offered(List::Remedies);
        assert_eq!(codes.first().map(String::as_str), Some("17"));
        assert!(!codes.contains(&"07".to_owned()) && changed.knows(List::Remedies, "07"));
    }

    #[test]
    fn something_stays_on_offer() {
        let refused = reordered(&Terms::default(), List::Categories, &Fields::default());
        assert_eq!(refused.unwrap_err().code, "list-empty");
    }

    #[test]
    fn a_new_term_has_a_code_of_its_own_and_a_word() {
        let terms = Terms::default();
        let code = |pairs: &[(&str, &str)]| {
            added(&terms, List::Categories, &typed(pairs)).map_err(|refusal| refusal.code)
        };
        assert_eq!(code(&[("term-code", "No spaces")]), Err("term-code-shape"));
        assert_eq!(code(&[("term-code", "06")]), Err("term-code-taken"));
        assert_eq!(
            code(&[("term-code", "required"), ("word-en", "x")]),
            Err("term-code-taken")
        );
        assert_eq!(code(&[("term-code", "jetty")]), Err("term-needs-word"));
        let added = code(&[("term-code", "Jetty"), ("word-lt", "Prieplauka")]).unwrap();
        assert!(added.offers(List::Categories, "jetty"));
    }

    #[test]
    fn a_list_that_is_given_back_as_it_was_read_changes_nothing() {
        let own = typed(&[("term-code", "jetty"), ("word-lt", "Prieplauka")]);
        let terms = added(&Terms::default(), List::Categories, &own).unwrap();
        let all = terms.all(List::Categories);
        assert_eq!(replaced(&terms, List::Categories, all), Ok(terms));
    }

    #[test]
    fn a_whole_list_orders_words_retires_and_adds() {
        let mut all = Terms::default().all(List::Remedies);
        all.rotate_left(1);
        all[0].retired = true;
        all[1].words.insert(Lang::En, "Sorry".to_owned());
        let mut voucher = Term::of("voucher");
        voucher.words.insert(Lang::En, "Voucher".to_owned());
        voucher.sum = true;
        all.insert(0, voucher);
        let terms = replaced(&Terms::default(), List::Remedies, all.clone()).unwrap();
        assert_eq!(terms.all(List::Remedies), all);
        assert!(terms.is_sum("voucher") && !terms.offers(List::Remedies, "02"));
    }

    #[test]
    fn nothing_is_left_out_of_a_whole_list_or_said_twice() {
        let mut all = Terms::default().all(List::Remedies);
        let code = |all: &[Term]| {
            let refused = replaced(&Terms::default(), List::Remedies, all.to_vec());
            refused.unwrap_err().code
        };
        let last = all.pop().unwrap();
        assert_eq!(code(&all), "term-left-out");
        all.extend([last.clone(), last]);
        assert_eq!(code(&all), "term-twice");
        let retired = |mut term: Term| {
            term.retired = true;
            term
        };
        let none: Vec<Term> = Terms::default()
            .all(List::Remedies)
            .into_iter()
            .map(retired)
            .collect();
        assert_eq!(code(&none), "list-empty");
    }

    #[test]
    fn words_given_back_leave_the_default_list() {
        let terms = Terms::default();
        let own = worded(
            &terms,
            List::Categories,
            "06",
            &typed(&[("word-en", "Crew")]),
        )
        .unwrap();
        assert_eq!(own.word("problem-06", Lang::En), Some("Crew"));
        let back = worded(&own, List::Categories, "06", &Fields::default()).unwrap();
        assert!(back.is_default());
    }
}
