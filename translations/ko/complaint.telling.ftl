# The frame of every letter: greeting, ways to reach us, ways on.
letter-greeting = { $name } 님
letter-greeting-nameless = 고객님
letter-contact = 문의하실 때 접수번호를 알려 주시기 바랍니다: { $reference }
letter-contact-page = 처리 상황 보기: { $page }
letter-contact-phone = 전화: { $phone }
letter-contact-email = 이메일: { $email }
letter-contact-address = 주소: { $address }
letter-external = 저희 처리 결과에 동의하지 않으시면 다음 외부 분쟁해결기관을 이용하실 수 있습니다:
letter-external-unnamed = 저희 처리 결과에 동의하지 않으시면 소비자 보호 기관과 같은 외부 분쟁해결기관을 이용하실 수 있습니다. 담당 기관은 문의하시면 안내해 드립니다.
letter-free = 불만 접수에는 비용이 들지 않으며, 이로 인한 불이익도 없습니다.
letter-review = 답변에 동의하지 않으시면 재검토를 요청하실 수 있습니다(무료). 답변에 관여하지 않은 직원이 다시 살펴봅니다.
letter-reviewed = 첫 답변에 관여하지 않은 직원이 재검토를 마쳤습니다. 저희 조직 안에는 더 이상의 재검토 절차가 없습니다.
letter-response-due = 답변 기한: { $date }. 더 걸리게 되면 그 전에 알려 드리겠습니다.
letter-next-update = 새로운 내용이 없더라도 늦어도 { $date }까지 진행 상황을 알려 드리겠습니다.
letter-disagree = 기한 연장에 동의하지 않으시면 저희에게 말씀해 주시기 바랍니다(무료). 불만 처리에 관여하지 않은 직원이 살펴봅니다.
letter-right-outside = 처리가 늦어지는 경우에도 외부 분쟁해결기관에 불만을 제기하실 수 있습니다.
