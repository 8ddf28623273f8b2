# Ce qui est dit d’un nouveau mot de passe pendant la frappe.

strength-easy = Trop facile à deviner
strength-nearly = Presque assez difficile à deviner
strength-hard = Difficile à deviner

strength-common-password = Choisissez-en un autre. Celui-ci est très courant.
strength-like-common-password = Changez-le davantage. Il ressemble à un mot de passe courant.
strength-own-words = Évitez vos noms et les mots de ce service.
strength-single-word = Ajoutez des mots. Un mot seul se devine vite.
strength-names = Ajoutez des mots qui ne sont pas des noms.
strength-dates = Évitez les dates.
strength-years = Évitez les années.
strength-keyboard-row = Évitez les touches qui se suivent.
strength-keyboard-pattern = Évitez les motifs tracés sur le clavier.
strength-repeated-characters = Évitez les caractères répétés, comme « aaa ».
strength-repeated-parts = Évitez les parties répétées, comme « abcabc ».
strength-sequences = Évitez les suites, comme « abc » ou « 6543 ».
strength-capitals = Ajoutez des mots plutôt que des majuscules.
strength-reversed = Ne comptez pas sur les mots écrits à l’envers.
strength-substitutions = Ne comptez pas sur des signes à la place de lettres.
strength-longer-keyboard-pattern = Allongez le motif tracé sur le clavier, avec plus de détours.
strength-few-words = Prenez quatre ou cinq mots que personne n’attend ensemble.
strength-no-symbols-needed = Ni chiffres, ni signes, ni majuscules ne sont nécessaires.
strength-more-words = Ajoutez un mot ou deux.
