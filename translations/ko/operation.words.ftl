# 7절의 여러 단계가 함께 쓰는 항목 이름
field-category = 불만 유형
field-colleague = 동료
field-due-on = 기한
field-files = 파일
field-issue = 쟁점
field-product = 제품 또는 서비스
field-rationale = 판단 근거
field-reason = 이유
field-text = 내용
