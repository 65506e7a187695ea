use super::*;

fn read(typed: &str) -> Query {
    Query::read(typed, &[("nuo", Field::From), ("보낸사람", Field::From)])
}

fn all(query: &Query) -> Vec<String> {
    query.words(false).map(|phrase| phrase.join("+")).collect()
}

#[test]
fn words_phrases_and_what_is_not_wanted() {
    let query = read("leaking meter \"second visit\" -paid -„labai blogai“");
    assert_eq!(all(&query), ["leaking", "meter", "second+visit"]);
    let without: Vec<_> = query.words(true).map(|phrase| phrase.join("+")).collect();
    assert_eq!(without, ["paid", "labai+blogai"]);
}

#[test]
fn operators_go_by_their_english_name_and_by_their_own() {
    let query = read("from:rasa is:open due:<3d nuo:„Rasa Jankauskienė“ 보낸사람：김 vanduo");
    assert_eq!(all(&query), ["vanduo"]);
    let from: Vec<_> = query
        .fields(Field::From)
        .map(|part| part.typed.as_str())
        .collect();
    assert_eq!(from, ["rasa", "Rasa Jankauskienė", "김"]);
    assert_eq!(query.fields(Field::Due).next().unwrap().typed, "<3d");
}

#[test]
fn an_unknown_operator_is_words() {
    assert_eq!(
        all(&read("note:this 12:30 http://a.example")),
        ["note+this", "12+30", "http+a+example"]
    );
}

#[test]
fn a_part_can_be_taken_out_again() {
    let query = read("water  from:rasa \"two words\" -paid");
    let left: Vec<String> = query.parts.iter().map(|part| query.without(part)).collect();
    assert_eq!(
        left,
        [
            "from:rasa \"two words\" -paid",
            "water \"two words\" -paid",
            "water  from:rasa -paid",
            "water  from:rasa \"two words\"",
        ]
    );
}

#[test]
fn chinese_is_asked_for_as_a_phrase_of_pairs() {
    assert_eq!(
        all(&read("漏水管 水 5G網")),
        ["漏水+水管", "水", "5g", "网"]
    );
}

#[test]
fn nothing_but_signs_asks_for_nothing() {
    for typed in ["", "  ", "-", "\"", "\"\"", "– … !", "- -"] {
        assert!(read(typed).is_empty(), "{typed:?}");
    }
}
