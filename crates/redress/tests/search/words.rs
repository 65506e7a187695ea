//! What is found by which words.

use crate::world::{everywhere, manager, rasa};
use redress_kernel::{Actor, Id, Role};
use redress_operation::receipt::Arrival;

#[test]
fn six_languages_are_found_as_people_type_them() {
    everywhere(|world| {
        let en = world.says("The meter in our kitchen leaks since Monday.");
        let lt = world.says("Ąžuolo gatvėje vėl nėra vandens, šaukiu pagalbos.");
        let fa = world.says("قبض آب من اشتباه است و کسی پاسخ نمی‌دهد. شماره ۱۲۳۴۵");
        let ko = world.says("고객센터에 세 번 전화했지만 아무도 받지 않았습니다.");
        let tw = world.says("樓下漏水三週，管線老舊，沒有人來修理。");
        let cn = world.says("账单重复扣款，客服一直不回复。");
        for (typed, case) in [
            ("METER leaks", en),
            ("\"leaks since\"", en),
            ("azuolo", lt),
            ("GATVĖJE saukiu", lt),
            ("كسی", fa),
            ("نمیدهد", fa),
            ("12345", fa),
            ("اب اشتباه", fa),
            ("센터", ko),
            ("전화", ko),
            ("받", ko),
            ("漏水", tw),
            ("管线老旧", tw),
            ("水", tw),
            ("帳單", cn),
            ("重複扣款", cn),
        ] {
            assert_eq!(world.ids(typed), [case], "{typed}");
        }
        for typed in [
            "\"since leaks\"",
            "meter ąžuolo",
            "水漏",
            "meter -leaks",
            "nowhere",
        ] {
            assert!(world.ids(typed).is_empty(), "{typed}");
        }
        world.intact();
    });
}

#[test]
fn names_references_files_and_notes_lead_to_the_case() {
    everywhere(|world| {
        let case = world.arrives(Arrival {
            description: "The ferry left early.".to_owned(),
            subject: "Missed ferry".to_owned(),
            product: "Ticket WO-48213".to_owned(),
            complainant: rasa("Rasa Jankauskienė"),
            external_id: Some("old-77".to_owned()),
            ..Arrival::default()
        });
        let other = world.from("Jonas Rasa-Petrauskas", "Nothing about a boat.");
        world.given_to_manager(case);
        world.given_to_manager(other);
        world.notes(case, "Called the harbour master about the tide table.");
        world.sends_file(case, "kvitas-ąžuolas.jpg");
        let reference = world.finds(&manager(), "missed").hits[0]
            .row
            .reference
            .clone();
        let compact = reference.replace('-', "");
        for typed in [
            "jankauskiene ferry",
            "WO-48213",
            "48213",
            "harbour tide",
            "jankauskienė harbour",
            "azuolas",
            "kvitas-azuolas.jpg",
            "from:jankauskiene",
            "from:\"rasa jankauskiene\" ferry",
            "old-77",
            "rasa@example.org ferry",
            "612 34567 missed",
            reference.as_str(),
            compact.as_str(),
        ] {
            assert_eq!(world.ids(typed), [case], "{typed}");
        }
        assert_eq!(
            world.ids("rasa"),
            [other, case],
            "the newest first, each once"
        );
        assert_eq!(world.ids("from:rasa -ferry"), [other]);
        assert_eq!(world.ids("rasa -from:jonas"), [case]);
        assert_eq!(world.ids("from:ferry"), []);
        world.intact();
    });
}

#[test]
fn a_text_of_one_repeated_pair_is_found_by_its_end() {
    everywhere(|world| {
        let zh = world.says(&format!("{}完結", "哈".repeat(19_998)));
        let ko = world.says(&format!("{}끝났다", "하".repeat(19_997)));
        let en = world.says(&format!("{}the very end", "no more ".repeat(2_400)));
        assert_eq!(world.ids("完结"), [zh]);
        assert_eq!(world.ids("哈哈哈完結"), [zh]);
        assert_eq!(world.ids("하하끝났다"), [ko]);
        assert_eq!(world.ids("\"no more no more the very end\""), [en]);
        assert_eq!(world.ids("哈哈哈哈"), [zh]);
        assert_eq!(world.ids("完哈"), []);
        world.intact();
    });
}

#[test]
fn pages_follow_each_other_and_the_count_ends_at_a_thousand() {
    everywhere(|world| {
        let all: Vec<_> = (0..7)
            .map(|n| world.says(&format!("water number{n}")))
            .collect();
        world.notes(all[3], "water water once more in a note");
        let first = world.page(&manager(), "water", None, 3);
        let second = world.page(&manager(), "water", first.next, 3);
        let third = world.page(&manager(), "water", second.next, 3);
        assert_eq!(third.next, None);
        let pages = [&first, &second, &third];
        let found: Vec<_> = pages
            .iter()
            .flat_map(|p| &p.hits)
            .map(|hit| hit.row.id)
            .collect();
        assert_eq!(found, all.iter().rev().copied().collect::<Vec<_>>());
        assert!(pages.iter().all(|page| page.count == 7 && !page.capped));
    });
}

#[test]
fn operators_ask_the_list() {
    everywhere(|world| {
        let old = world.says("water in the cellar");
        let new = world.arrives(Arrival {
            description: "water again".to_owned(),
            category: Some("03".to_owned()),
            danger: true,
            ..Arrival::default()
        });
        assert_eq!(world.ids("water is:open"), [new, old]);
        assert_eq!(world.ids("water is:closed"), []);
        assert_eq!(world.ids("water is:safety"), [new]);
        assert_eq!(world.ids("category:03"), [new]);
        assert_eq!(world.ids("water is:unassigned category:03"), [new]);
        assert_eq!(world.ids("water due:<400d"), [new, old]);
        assert_eq!(world.ids("water due:<2020-01-01"), []);
        let mut received = world.ids("is:received");
        received.sort();
        let mut both = [old, new];
        both.sort();
        assert_eq!(received, both);
    });
}

/// One search of somebody who may not know names, and one of somebody who has the case.
#[test]
fn a_name_is_found_by_whom_it_is_no_secret_for_and_confirmed_to_nobody_else() {
    everywhere(|world| {
        let case = world.from(
            "Rasa Jankauskienė",
            "I am Rasa Jankauskienė, the ferry left.",
        );
        let korean = world.from("김서연", "저는 김서연입니다. 배가 일찍 떠났습니다.");
        let names = [
            ("jankauskiene", case),
            ("from:jankauskiene", case),
            ("rasa ferry", case),
            ("rasa@example.org left", case),
            ("김서연", korean),
            ("서연", korean),
        ];
        for (typed, _) in names {
            assert_eq!(world.ids(typed), [], "{typed}");
        }
        assert_eq!(world.ids("ferry left"), [case], "the matter is found");
        assert_eq!(world.ids("일찍"), [korean]);
        assert_eq!(
            world.ids("ferry -jankauskiene"),
            [case],
            "nor by leaving it out"
        );
        let handler = Actor {
            role: Role::Handler,
            ..manager()
        };
        let found = world.finds(&handler, "ferry -anything");
        let found: Vec<Id> = found.hits.iter().map(|hit| hit.row.id).collect();
        assert_eq!(found, [case], "what nobody has yet is found by its words");
        world.given_to_manager(case);
        world.given_to_manager(korean);
        for (typed, its) in names {
            assert_eq!(world.ids(typed), [its], "{typed}");
        }
        assert_eq!(world.ids("ferry -jankauskiene"), []);
        world.intact();
    });
}
